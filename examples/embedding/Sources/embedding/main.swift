import Yijian

let script = try Script(
  """
  enum Tier ordered { A, B, C }
  department health
  registry kitchens { key code: Text; tier: Tier; seats: Int }
  plan spring {
      period 2026-03-01 to 2026-05-31
      lead health
      over kitchens where is_open(code)
      sample by tier { A => 10%; B => at least 25%; C => all }
  }
  """,
  host: [
    HostFunction("is_open", parameters: [.text], result: .bool) { .bool($0[0] != .text("k7")) }
  ])

// Rows from the program's own data; a value that does not fit its field is an error with its place.
let kitchens = (1...100).map { (code: "k\($0)", tier: $0 % 10 == 0 ? "C" : "A", seats: $0 * 3) }
let workspace = Workspace(script, limits: Limits(steps: 10_000_000, memory: 64 << 20))
try workspace.replace(
  "kitchens",
  rows: kitchens.map { ["code": .text($0.code), "tier": .text($0.tier), "seats": .integer($0.seats)] }
)

let draw = try workspace.draw("spring", on: "2026-03-01", seed: "lottery of 2026-02-28: 03 07 12")
for stratum in draw.strata {
  print("\(stratum.label): \(stratum.counts.drawn) of \(stratum.counts.population)")
}
print("drawn: \(draw.drawn.prefix(3).map(\.key)) … root \(draw.root.prefix(8))")
