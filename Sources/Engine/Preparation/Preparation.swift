/// Makes a tree ready for many rows without changing any result or the fault that is reported:
/// - a slot bound to a constant or a column becomes that;
/// - operations on constants alone are carried out, unless they fault;
/// - a predicate on a dictionary column is answered once for each distinct text;
/// - a comparison with a sum of a column and a constant becomes one with the column;
/// - neighbours in an `and` or `or` that cannot fault are put in order, cheap ones first.
struct Preparation {
  /// A dictionary with more texts than this is not asked beforehand.
  let rowCount: Int
  /// What a slot stands for, where that is a leaf.
  private var leaves: [Int: Binding] = [:]

  init(rowCount: Int) { self.rowCount = rowCount }

  /// Prepares the values of a `bind`: those that are to be evaluated, and how to prepare its body.
  func binding(_ bound: [BoundSlot]) -> (kept: [BoundSlot], inner: Preparation) {
    var kept: [BoundSlot] = []
    var inner = self
    for bound in bound {
      let binding = bound.binding.prepared(inner)
      if binding.isLeaf {
        inner.leaves[bound.slot] = binding
      } else {
        kept.append(BoundSlot(bound.slot, binding))
      }
    }
    return (kept, inner)
  }

  func leaf(_ slot: Int) -> Binding? { leaves[slot] }

  /// A column whose distinct texts are few enough to look at each.
  func dictionary(_ text: TextExpression) -> (codes: [UInt32], values: [String])? {
    guard case .column(let column) = text,
      case .dictionary(let codes, let values) = column.storage, values.count <= rowCount
    else { return nil }
    return (codes, values)
  }
}

extension Condition {
  func prepared(rowCount: Int) -> Condition { prepared(Preparation(rowCount: rowCount)) }
}

extension IntegerExpression {
  func prepared(rowCount: Int) -> IntegerExpression { prepared(Preparation(rowCount: rowCount)) }
}

extension DecimalExpression {
  func prepared(rowCount: Int) -> DecimalExpression { prepared(Preparation(rowCount: rowCount)) }
}

extension TextExpression {
  func prepared(rowCount: Int) -> TextExpression { prepared(Preparation(rowCount: rowCount)) }
}

extension Binding {
  func prepared(_ preparation: Preparation) -> Binding {
    switch self {
    case .condition(let condition): .condition(condition.prepared(preparation))
    case .integer(let expression): .integer(expression.prepared(preparation))
    case .decimal(let expression): .decimal(expression.prepared(preparation))
    case .text(let expression): .text(expression.prepared(preparation))
    }
  }

  /// Whether it may stand wherever the slot stands: no more work, no fault, no slot of its own.
  var isLeaf: Bool {
    switch self {
    case .condition(.constant), .condition(.column), .condition(.known): true
    case .integer(.constant), .integer(.column): true
    case .decimal(.constant), .decimal(.column): true
    case .text(.constant), .text(.column): true
    default: false
    }
  }
}
