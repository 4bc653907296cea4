/// What bare `tranche` prints: enough to begin.
enum ShortHelp {
  static let text = """
    Schedule GP clinical-system migrations across a region.

      tranche init my-region --from practice-map.csv --icb QT6,QJK \\
        --from-system EMIS --to-system TPP
      tranche check my-region         find every problem in the inputs
      tranche plan my-region          make the best plan, write it to my-region/plan
      tranche show my-region --plan my-region/plan --gantt

    Everyday    check  plan  verify  show
    Deciding    explain  capacity  what-if  sweep  risk  diff  accept
    Sending on  export  pack
    Setting up  init  schema

    Run 'tranche help plan' for one command, 'tranche --help' for all of them.

    """
}
