/// What `抽取(计划, 日期: d, 种子: s, …)` is told besides the plan.
package struct TypedDraw: Sendable {
  package let date: TypedExpression
  package let seed: TypedExpression
  /// Values for the plan's parameters, by their indices.
  package var parameters: [(index: Int, value: TypedExpression)] = []
  /// `层: 2`: only the objects of that layer of their quantity.
  package var layer: TypedExpression?
  /// `阶段: 2`: the rows of the plan's second stage.
  package var stage = 1

  package init(date: TypedExpression, seed: TypedExpression) {
    self.date = date
    self.seed = seed
  }

  /// All of them, in the order they are evaluated.
  package var expressions: [TypedExpression] {
    [date, seed] + parameters.map(\.value) + (layer.map { [$0] } ?? [])
  }

  /// With other expressions in the places of these.
  func replacing(_ new: (TypedExpression) -> TypedExpression) -> TypedDraw {
    var draw = TypedDraw(date: new(date), seed: new(seed))
    draw.parameters = parameters.map { ($0.index, new($0.value)) }
    draw.layer = layer.map(new)
    draw.stage = stage
    return draw
  }
}
