/// One record as it is being read.
struct CSVRecord {
  var fields: [SourceCell] = []
  var faults: [CSVFault] = []
  /// Texts of fields with doubled quotes.
  var scratch: [UInt8] = []
  /// Behind the record's line end.
  var end = 0
  var nextLine = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  var isEmptyLine: Bool { fields.count == 1 && isBlank }

  /// Whether nothing stands between its commas.
  var isBlank: Bool {
    for field in fields where !field.range.isEmpty || field.isQuoted { return false }
    return faults.isEmpty
  }

  /// Reads the record that starts at `start`; false if its end is not among the bytes.
  ///
  /// - Parameter isLast: no bytes follow, so that the end of the bytes ends the record.
  mutating func scan(
    _ buffer: [UInt8], from start: Int, line: Int, isLast: Bool, _ limits: CSVLimits
  ) throws(FileFailure) -> Bool {
    fields.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    let bytes = buffer.span
    var index = start
    nextLine = line
    while true {
      if fields.count == limits.columns {
        throw .tooManyColumns(line: line, limit: limits.columns)
      }
      let isQuoted = index < bytes.count && bytes[index] == CSVRecord.quote
      let found =
        isQuoted
        ? try scanQuoted(buffer, from: index, isLast: isLast, limits)
        : try scanPlain(bytes, from: index, isLast: isLast, limits)
      guard let after = found else {
        if bytes.count - start > limits.record {
          throw .recordTooLong(line: line, limit: limits.record)
        }
        return false
      }
      index = after
      if index < bytes.count, bytes[index] == CSVRecord.comma {
        index += 1
        continue
      }
      if index < bytes.count {  // a line feed
        index += 1
        nextLine += 1
      }
      end = index
      return true
    }
  }

  /// A field without quotes. Gives the position of the comma or line feed behind it, or of the end.
  private mutating func scanPlain(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, _ limits: CSVLimits
  ) throws(FileFailure) -> Int? {
    var hasQuote = false
    guard let end = fieldEnd(bytes, from: start, isLast: isLast, &hasQuote) else {
      try checkLength(bytes.count - start, limits)
      return nil
    }
    if hasQuote { add(.quoteInside) }
    try add(start..<textEnd(bytes, start, end), isInScratch: false, isQuoted: false, limits)
    return end
  }

  /// A field in quotes. Gives the position of the comma or line feed behind it, or of the end.
  private mutating func scanQuoted(
    _ buffer: [UInt8], from start: Int, isLast: Bool, _ limits: CSVLimits
  ) throws(FileFailure) -> Int? {
    let bytes = buffer.span
    let place = (line: nextLine, column: fields.count + 1)
    let scratchStart = scratch.count
    var runStart = start + 1
    var index = runStart
    var lineFeeds = 0
    while true {
      guard index < bytes.count else {
        if isLast { throw .unclosedQuote(line: place.line, column: place.column) }
        try checkLength(index - start - 1, limits)
        return nil
      }
      let byte = bytes[index]
      if byte == CSVRecord.lineFeed { lineFeeds += 1 }
      if byte == CSVRecord.quote {
        guard index + 1 < bytes.count else {
          if isLast { break }
          return nil
        }
        if bytes[index + 1] != CSVRecord.quote { break }
        scratch.append(contentsOf: buffer[runStart...index])
        runStart = index + 2
        index += 1
      }
      index += 1
    }
    let usesScratch = runStart > start + 1
    if usesScratch { scratch.append(contentsOf: buffer[runStart..<index]) }
    var hasQuote = false
    guard let end = fieldEnd(bytes, from: index + 1, isLast: isLast, &hasQuote) else { return nil }
    if textEnd(bytes, index + 1, end) > index + 1 { add(.textAfterQuote) }
    try add(
      usesScratch ? scratchStart..<scratch.count : start + 1..<index, isInScratch: usesScratch,
      isQuoted: true, limits)
    nextLine += lineFeeds
    return end
  }

  /// The next comma or line feed, or the end of the last bytes.
  private func fieldEnd(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, _ hasQuote: inout Bool
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == CSVRecord.comma || byte == CSVRecord.lineFeed { return index }
      if byte == CSVRecord.quote { hasQuote = true }
      index += 1
    }
    return isLast ? index : nil
  }

  /// Leaves out the carriage return of a line end.
  private func textEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let endsLine = end == bytes.count || bytes[end] == CSVRecord.lineFeed
    return endsLine && end > start && bytes[end - 1] == CSVRecord.carriageReturn ? end - 1 : end
  }

  private mutating func add(
    _ range: Range<Int>, isInScratch: Bool, isQuoted: Bool, _ limits: CSVLimits
  ) throws(FileFailure) {
    try checkLength(range.count, limits)
    fields.append(
      SourceCell(
        range: range, isInScratch: isInScratch, form: isQuoted ? .quoted : .plain, line: nextLine))
  }

  private mutating func add(_ kind: CSVFault.Kind) {
    faults.append(CSVFault(kind: kind, line: nextLine, column: fields.count + 1))
  }

  private func checkLength(_ count: Int, _ limits: CSVLimits) throws(FileFailure) {
    if count > limits.field {
      throw .fieldTooLong(line: nextLine, column: fields.count + 1, limit: limits.field)
    }
  }
}
