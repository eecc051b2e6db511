META
key;value
description;Body každému
unit;Lhota
budget;700
vote_type;scoring
max_points;5
PROJECTS
project_id;cost;name
1;600;Park
2;400;Stojany
VOTES
voter_id;vote;points
1;1,2;5,0
2;2;3
3;1,2;2,2
4;1;4
5;2,1;1,5
