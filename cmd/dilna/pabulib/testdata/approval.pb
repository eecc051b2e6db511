META
key;value
description;Rozpočet malé obce
country;Czech Republic
unit;Lhota
budget;1000
currency;CZK
num_projects;4
num_votes;6
vote_type;approval
rule;greedy
date_begin;16.03.2025
PROJECTS
project_id;cost;category;name;selected
1;600;zeleň;Park u řeky;1
2;400;doprava;Stojany na kola;1
3;300;zeleň;Stromy na návsi;0
4;150;;Lavička;0
VOTES
voter_id;age;sex;vote
a1;34;f;1,2
a2;51;m;1,3
a3;;;2,3,4
a4;27;f;1
a5;70;m;2
a6;18;;
