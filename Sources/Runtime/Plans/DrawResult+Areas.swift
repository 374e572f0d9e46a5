import Sampling
import Semantics

extension DrawResult {
  /// A bound over all strata of each value of something: `总体 各 县区 不少于 1户`.
  public struct Area: Hashable, Sendable {
    /// One of the values.
    public struct Value: Hashable, Sendable {
      /// The value, as people read it.
      public let label: String
      /// Objects that have it, without those that come on top.
      public let population: Int
      /// How many of them may be drawn; the greatest number is the population where there is no bound.
      public let bounds: ClosedRange<Int>
      public let drawn: Int

      public init(label: String, population: Int, bounds: ClosedRange<Int>, drawn: Int) {
        self.label = label
        self.population = population
        self.bounds = bounds
        self.drawn = drawn
      }
    }

    /// What the values are of, as written.
    public let label: String
    /// In their order.
    public let values: [Value]

    public init(label: String, values: [Value]) {
      self.label = label
      self.values = values
    }
  }
}

extension PlanParts {
  /// What the sample has of each value of the areas.
  func results(of plan: PlanDeclaration, _ objects: [Sample.Object]) -> [DrawResult.Area] {
    if areas.isEmpty { return [] }
    var drawn = classes.map { _ in 0 }
    for object in objects where object.cell != nil { drawn[Int(ofRows[Int(object.row)])] += 1 }
    return zip(plan.sampling.areas, areas).map { area, values in
      DrawResult.Area(
        label: area.label,
        values: values.map { value in
          DrawResult.Area.Value(
            label: value.label, population: value.population, bounds: value.bounds,
            drawn: value.classes.reduce(0) { $0 + drawn[$1] })
        })
    }
  }
}
