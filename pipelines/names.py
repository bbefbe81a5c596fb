"""Names of persons that are common in Sweden: enough to notice that a file carries names at all.

Both lists are written as patterns: one name or another. They are a net with wide meshes, not a register: a file
without a hit is not shown to be without names.
"""

from __future__ import annotations

FIRST = (
    "Agneta|Alexander|Ali|Amanda|Anders|Andreas|Anette|Anita|Ann|Anna|Annika|Anton|Arne|Axel|"
    "Barbro|Bengt|Berit|Birgitta|Björn|Bo|Britt|Camilla|Carina|Caroline|Cecilia|Charlotta|"
    "Christer|Christina|Christoffer|Dan|Daniel|David|Elin|Elisabeth|Elsa|Emelie|Emil|Emma|Erik|"
    "Erika|Eva|Filip|Fredrik|Frida|Gabriel|Gun|Gunilla|Gunnar|Gustav|Göran|Hanna|Hans|Helena|"
    "Henrik|Håkan|Ida|Inga|Ingemar|Ingrid|Isabelle|Jakob|Jan|Jenny|Jens|Jesper|Jessica|Joakim|"
    "Johan|Johanna|Jonas|Jonathan|Josefin|Julia|Karin|Karl|Kenneth|Kerstin|Kjell|Klara|Kristina|"
    "Kurt|Lars|Leif|Lena|Lennart|Linda|Linnea|Linus|Lisa|Louise|Lovisa|Lucas|Magnus|Maj|Malin|"
    "Marcus|Margareta|Maria|Marianne|Marie|Martin|Mathias|Mats|Matilda|Mattias|Mikael|Mohamed|"
    "Mona|Monica|Nicklas|Niklas|Nils|Ola|Olle|Olof|Oscar|Oskar|Per|Peter|Pia|Rebecka|Robert|"
    "Robin|Roger|Roland|Rolf|Samuel|Sandra|Sara|Sebastian|Simon|Siv|Sofia|Sonja|Stefan|Sten|"
    "Stig|Sven|Susanne|Therese|Thomas|Tobias|Tommy|Tony|Torbjörn|Ulf|Ulla|Ulrika|Viktor|Viktoria|"
    "Wilhelm|William|Yvonne|Åke|Åsa"
)
"""First names."""

SURNAMES = (
    "Ahmed|Ali|Andersson|Andreasson|Arvidsson|Axelsson|Bengtsson|Berg|Berggren|Berglund|Bergman|"
    "Bergqvist|Bergström|Björk|Björklund|Blom|Blomqvist|Bäckström|Carlsson|Claesson|Dahl|Dahlberg|"
    "Danielsson|Davidsson|Ek|Eklund|Ekström|Eliasson|Engström|Eriksson|Falk|Forsberg|Forslund|"
    "Fransson|Fredriksson|Gunnarsson|Gustafsson|Gustavsson|Hansen|Hansson|Hassan|Hedlund|Hellström|"
    "Henriksson|Hermansson|Holm|Holmberg|Holmgren|Holmqvist|Håkansson|Isaksson|Jakobsson|Jansson|"
    "Johansson|Johnsson|Jonasson|Jonsson|Josefsson|Jönsson|Karlsson|Larsson|Lind|Lindberg|Lindgren|"
    "Lindholm|Lindqvist|Lindström|Ljungberg|Lundberg|Lundgren|Lundin|Lundqvist|Lundström|Löfgren|"
    "Magnusson|Martinsson|Mattsson|Mohamed|Månsson|Mårtensson|Nilsson|Norberg|Nordin|Nordström|"
    "Nyberg|Nyström|Olofsson|Olsson|Persson|Petersson|Pettersson|Samuelsson|Sandberg|Sandström|"
    "Sjöberg|Sjögren|Strömberg|Ström|Sundberg|Sundström|Svensson|Söderberg|Wallin|Wikström|Åberg|"
    "Åkesson|Åström|Öberg"
)
"""Surnames."""
