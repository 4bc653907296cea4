/// The smallest region that is right, to be spoilt by tests.
enum Good {
  static let toml = """
    format = 1
    [region]
    name = "Testshire"
    start = 2027-01-04
    finish = 2028-12-22
    division = "england-and-wales"
    target_system = "tpp"
    [calendar]
    closures = [ { from = 2027-06-01, to = 2027-06-02, reason = "move" } ]
    [[system]]
    id = "emis"
    extracts_per_week = 3
    [[system]]
    id = "tpp"
    go_lives_per_week = 2
    [[partner]]
    id = "csu"
    name = "Support Unit"
    engineers = 2
    [[resource]]
    id = "staff"
    each = "pcn"
    share = 0.4
    count = "days"
    stages = ["FD", "CO", "GL"]
    changes = [ { from = 2027-07-01, to = 2027-07-31, capacity = 0 } ]
    [rules]
    pilot_gap = "4w"
    pcn_cutovers_per_week = 1
    [objective]
    preset = "gentle"
    wait = 1

    """
  static let practices = """
    ods_code,practice_name,source_system,pcn_code,list_size,partner,pilot,blackout,colour
    A81001,"Mill, The",EMIS,U1,"8,000",Support unit,yes,,red
    A81002,Oak,EMIS Web,U1,4000,csu,no,20 July 2027 to 31 August 2027,blue
    A81003,Elm,emis,U,6000,,,,

    """
  static let closures = """
    ods_code,from,to,rule,stages,reason
    A81001,2027-05-03,2027-05-07,avoid,FD GL,building
    a81002,03/05/2027,7 May 2027,,,

    """
  static let links = """
    rule,first,second,lag
    together,A81001,A81002,
    before,A81002,A81003,2w

    """
  static let actuals = """
    ods_code,stage,actual_start,actual_finish
    A81003,PR,2027-01-04,2027-01-15
    A81003,kickoff,2027-01-18,

    """
  static let all = [
    "region.toml": toml, "practices.csv": practices, "closures.csv": closures, "links.csv": links,
    "actuals.csv": actuals,
  ]
}
