module fearless/bench

go 1.18
