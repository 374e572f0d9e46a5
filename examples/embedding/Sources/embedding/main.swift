import Yijian

let workspace = try Workspace(
  """
  enum Tier ordered { A, B, C }
  department health
  registry kitchens { key code: Text; tier: Tier; seats: Int }
  plan spring {
      period 2026-03-01 to 2026-05-31
      lead health
      over kitchens where not is_closed(code)
      sample by tier { A => 10%; B => at least 25%; C => all }
  }
  show kitchens group by tier sum seats
  """,
  limits: Limits(steps: 10_000_000, memory: 64 << 20),
  hosts: [
    HostFunction("is_closed", parameters: [.text], result: .bool) { .bool($0 == [.text("k7")]) }
  ])

let kitchens = (1...100).map { (code: "k\($0)", tier: $0 % 10 == 0 ? "C" : "A", seats: $0 * 3) }
let file = RegistryFile(
  name: "kitchens.csv", fields: ["code", "tier", "seats"],
  rows: kitchens.map { [.text($0.code), .text($0.tier), .integer(Int64($0.seats))] })
try workspace.replace("kitchens", by: file)

let seats = try workspace.values().map { workspace.script.text($0, in: .english) }
print("seats by tier: \(seats.joined())")
guard let day = CivilDate("2026-03-01") else { preconditionFailure("a day that exists") }
let draw = try workspace.draw("spring", on: day, seed: "lottery of 2026-02-28: 03 07 12").result
for stratum in draw.strata {
  print("\(stratum.label): \(stratum.counts.drawn) of \(stratum.counts.population)")
}
print("first: \(draw.drawn.prefix(3).map(\.key).joined(separator: " "))")
