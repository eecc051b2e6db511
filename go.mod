module dilna

go 1.26
