extension CalendarItem {
  var dump: String {
    let base = base.map { " based-on " + $0.dump } ?? ""
    return lines("calendar " + name.dump + base, years.map(\.dump))
  }
}

extension CalendarYearSyntax {
  fileprivate var dump: String {
    let basis = basis.map { " " + quoted($0) } ?? ""
    let days = days.isEmpty ? nil : days.map(\.dump).joined(separator: " ")
    return node((isAssumed ? "assume " : "year ") + year + basis, days)
  }
}

extension CalendarDaysSyntax {
  fileprivate var dump: String {
    (areWorked ? "+" : "-") + first.text + (first.text == last.text ? "" : ".." + last.text)
  }
}
