META
key;value
description;Jeden projekt
unit;Lhota
budget;700
vote_type;choose-1
PROJECTS
project_id;cost
10;600
20;400
VOTES
voter_id;vote
1;10
2;20
3;10
4;10
5;20
