print("tranche-bench")
