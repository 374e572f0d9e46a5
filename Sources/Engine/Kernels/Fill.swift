// The loops under every operation. They are inlined where the element types and the operation are
// concrete; called through an unspecialised generic they would be twenty times slower.

/// `target[i] = body(source[i])` for the first `count` elements.
@inline(__always)
func fill<Source, Target>(
  _ target: inout [Target], _ count: Int, from source: borrowing Span<Source>,
  _ body: (Source) -> Target
) {
  var output = target.mutableSpan
  precondition(count <= output.count && count <= source.count)
  for index in 0..<count { output[index] = body(source[index]) }
}

/// `target[i] = body(left[i], right[i])` for the first `count` elements.
@inline(__always)
func fill<Left, Right, Target>(
  _ target: inout [Target], _ count: Int, from left: borrowing Span<Left>,
  _ right: borrowing Span<Right>, _ body: (Left, Right) -> Target
) {
  var output = target.mutableSpan
  precondition(count <= output.count && count <= left.count && count <= right.count)
  for index in 0..<count { output[index] = body(left[index], right[index]) }
}

/// `target[i] = body(target[i])` for the first `count` elements.
@inline(__always)
func update<Target>(_ target: inout [Target], _ count: Int, _ body: (Target) -> Target) {
  var output = target.mutableSpan
  precondition(count <= output.count)
  for index in 0..<count { output[index] = body(output[index]) }
}

/// `target[i] = body(target[i], other[i])` for the first `count` elements.
@inline(__always)
func combine<Target, Other>(
  _ target: inout [Target], _ count: Int, with other: borrowing Span<Other>,
  _ body: (Target, Other) -> Target
) {
  var output = target.mutableSpan
  precondition(count <= output.count && count <= other.count)
  for index in 0..<count { output[index] = body(output[index], other[index]) }
}

/// Sets the first `count` elements to one value.
@inline(__always)
func set<Target>(_ target: inout [Target], _ count: Int, to value: Target) {
  var output = target.mutableSpan
  precondition(count <= output.count)
  for index in 0..<count { output[index] = value }
}

/// Copies the first `count` elements.
@inline(__always)
func copy<Element>(_ source: borrowing Span<Element>, _ count: Int, into target: inout [Element]) {
  fill(&target, count, from: source) { $0 }
}

/// Takes `other[i]` where `mask[i]` is 0.
@inline(__always)
func blend<Element>(
  _ target: inout [Element], _ count: Int, where mask: borrowing Span<UInt8>,
  otherwise other: borrowing Span<Element>
) {
  var output = target.mutableSpan
  precondition(count <= output.count && count <= mask.count && count <= other.count)
  for index in 0..<count where mask[index] == 0 { output[index] = other[index] }
}

/// How many of the first `count` bytes, each 0 or 1, are 1. Summed up in bytes, as long as these
/// cannot overflow: sixteen at once.
func population(_ mask: [UInt8], _ count: Int) -> Int {
  let bytes = mask.span
  precondition(count <= bytes.count)
  var total = 0
  var start = 0
  while start < count {
    let end = min(start + 255, count)
    var sum: UInt8 = 0
    for index in start..<end { sum &+= bytes[index] }
    total += Int(sum)
    start = end
  }
  return total
}

/// `target[i] = answers[codes[rows.lowerBound + i]]` for the rows.
@inline(__always)
func look<Answer>(
  up codes: [UInt32], _ rows: Range<Int>, in answers: [Answer], into target: inout [Answer]
) {
  let table = answers.span
  let source = codes.span.extracting(rows)
  var output = target.mutableSpan
  precondition(source.count <= output.count)
  for index in source.indices { output[index] = table[Int(source[index])] }
}
