META
key;value
description;Schvalování bez rozpočtu na lístku
unit;Lhota
budget;700
max_length;3
vote_type;approval
PROJECTS
project_id;cost;name
1;600;Park
2;400;Stojany
3;300;"Stromy; a keře"
VOTES
voter_id;vote
1;1,2
2;1,2,3
3;2
4;2,3
5;3
