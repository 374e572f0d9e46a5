extension Excerpt {
  /// The lines that edits touch, as they will be afterwards. Edits that overlap are left out: they
  /// would not be applied either.
  static func preview(
    of edits: [FixIt.Edit], in sources: SourceMap, _ positions: PositionTable
  ) -> [Excerpt] {
    let sorted = edits.enumerated().sorted { a, b in
      (a.element.span.file, a.element.span.start, a.offset)
        < (b.element.span.file, b.element.span.start, b.offset)
    }.map(\.element)
    var regions: [[FixIt.Edit]] = []
    for edit in sorted {
      guard let file = sources.file(edit.span.file), edit.span.end <= file.bytes.count else {
        continue
      }
      if let last = regions.last?.last, last.span.file == edit.span.file {
        if edit.span.start < last.span.end { continue }
        if file.line(at: edit.span.start) == file.line(at: last.span.end) {
          regions[regions.count - 1].append(edit)
          continue
        }
      }
      regions.append([edit])
    }
    return regions.compactMap { region in
      guard let first = region.first, let file = sources.file(first.span.file) else { return nil }
      let rows = changedRows(region, of: file)
      return Excerpt(place: positions.place(first.span, in: sources), rows: rows)
    }
  }

  /// Applies edits, which share their lines, to these lines.
  private static func changedRows(_ edits: [FixIt.Edit], of file: SourceFile) -> [Row] {
    let start = Int(edits[0].span.start)
    let end = Int(edits[edits.count - 1].span.end)
    let firstLine = file.line(at: Int32(start))
    let lineStart = file.shownLineBytes(firstLine).startIndex
    let before = Swift.min(start, Swift.max(lineStart, start - VisibleLine.wholeLimit))
    let after = Swift.min(
      Swift.max(end, file.shownLineBytes(file.line(at: Int32(end))).endIndex),
      end + VisibleLine.wholeLimit)
    var bytes: [UInt8] = []
    var inserted: [Range<Int>] = []
    var copied = before
    for edit in edits {
      bytes += file.bytes[copied..<Int(edit.span.start)]
      inserted.append(bytes.count..<bytes.count + edit.replacement.utf8.count)
      bytes += edit.replacement.utf8
      copied = Int(edit.span.end)
    }
    bytes += file.bytes[copied..<after]
    let changed = SourceFile(id: file.id, name: file.name, bytes: bytes)
    return changed.lineStarts.indices.map { index in
      let line = changed.lineBytes(index)
      let whole = line.startIndex..<line.endIndex
      let parts = inserted.map { $0.clamped(to: whole).withoutLeadingSpaces(in: line) }
        .filter { !$0.isEmpty }
      let focus = parts.first ?? (line.startIndex..<line.startIndex)
      let shown = VisibleLine(line, focus: focus)
      return Row(
        number: firstLine + index + 1, text: shown.text,
        marks: parts.map { Mark(columns: shown.columns(of: $0), text: nil, kind: .inserted) })
    }
  }
}

extension Range<Int> {
  /// Indentation is not worth underlining.
  fileprivate func withoutLeadingSpaces(in line: ArraySlice<UInt8>) -> Range<Int> {
    let spaces = line[self].prefix { $0 == UInt8(ascii: " ") }.count
    return lowerBound + spaces..<upperBound
  }
}
