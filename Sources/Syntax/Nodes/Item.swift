package import Source

/// A declaration or statement at the top of a file.
package enum Item: Sendable {
  case use(UseItem)
  case department(DepartmentItem)
  case enumeration(EnumerationItem)
  case record(RecordItem)
  case registry(RegistryItem)
  case function(FunctionItem)
  case table(TableItem)
  case constant(LetStatement)
  case plan(PlanItem)
  case test(TestItem)
  case show(ShowItem)
  case law(LawItem)
  case calendar(CalendarItem)
  case matter(MatterItem)
  case checklist(ChecklistItem)
  case tasks(TasksItem)
  case visitCap(VisitCapItem)
  case joint(JointItem)
}

/// `使用 标准.信用`
package struct UseItem: Sendable {
  package let path: [Name]
  package let span: Span

  package init(path: [Name], span: Span) {
    self.path = path
    self.span = span
  }
}

/// `部门 流通科 { 名称 "市场秩序和流通科"  隶属 市商务局  级别 市级 }`, or with the title right behind
/// the name.
package struct DepartmentItem: Sendable {
  package let name: Name
  package let title: String?
  /// The department it belongs to.
  package var parent: Name?
  package var level: (keyword: Keyword, span: Span)?
  package let span: Span

  package init(name: Name, title: String?, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `枚举 信用等级 有序 { A, B, C, D }`
package struct EnumerationItem: Sendable {
  package let name: Name
  package let isOrdered: Bool
  package let members: [Name]
  package let span: Span

  package init(name: Name, isOrdered: Bool, members: [Name], span: Span) {
    self.name = name
    self.isOrdered = isOrdered
    self.members = members
    self.span = span
  }
}

/// `记录 住址 { 街镇: 文本  门牌: 文本? }`
package struct RecordItem: Sendable {
  package let name: Name
  package let fields: [ParameterSyntax]
  package let span: Span

  package init(name: Name, fields: [ParameterSyntax], span: Span) {
    self.name = name
    self.fields = fields
    self.span = span
  }
}

/// A name with a type: a field of a record, a parameter of a function or table.
package struct ParameterSyntax: Sendable {
  package let name: Name
  package let type: TypeSyntax
  package let span: Span

  package init(name: Name, type: TypeSyntax, span: Span) {
    self.name = name
    self.type = type
    self.span = span
  }
}

/// `名录 校园食堂 { 主键 代码: 统一社会信用代码  近一年投诉: 整数 缺失时 0 }`
package struct RegistryItem: Sendable {
  package let name: Name
  package let fields: [RegistryFieldSyntax]
  package let span: Span
  /// The department that answers for the data.
  package var source: Name?

  package init(name: Name, fields: [RegistryFieldSyntax], span: Span) {
    self.name = name
    self.fields = fields
    self.span = span
  }
}

package struct RegistryFieldSyntax: Sendable {
  package let isKey: Bool
  package let name: Name
  package let type: TypeSyntax
  /// The value taken where the data has none; without it, absence is an error of the row unless
  /// the type is optional.
  package let missing: Expression?
  package let span: Span
  /// The department that the values come from.
  package var source: Name?
  /// What the column of a data file is called; without it, as the field.
  package var column: ColumnSyntax?

  package init(isKey: Bool, name: Name, type: TypeSyntax, missing: Expression?, span: Span) {
    self.isKey = isKey
    self.name = name
    self.type = type
    self.missing = missing
    self.span = span
  }
}

/// `列 "统一社会信用代码"`
package struct ColumnSyntax: Sendable {
  package let title: String
  /// Of the text.
  package let span: Span

  package init(title: String, span: Span) {
    self.title = title
    self.span = span
  }
}

/// `函数 加倍(数值: 整数) -> 整数 = 数值 * 2`, or with a block of `设` lines and a last expression.
package struct FunctionItem: Sendable {
  package let name: Name
  package let parameters: [ParameterSyntax]
  package let result: TypeSyntax
  package let body: BlockSyntax
  package let span: Span

  package init(
    name: Name, parameters: [ParameterSyntax], result: TypeSyntax, body: BlockSyntax, span: Span
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
    self.span = span
  }
}

/// `设 x = …` lines, then the value.
package struct BlockSyntax: Sendable {
  package let bindings: [LetStatement]
  package let value: Expression

  package init(bindings: [LetStatement], value: Expression) {
    self.bindings = bindings
    self.value = value
  }
}

/// `设 x = …` or `设 x: 整数 = …`
package struct LetStatement: Sendable {
  package let name: Name
  package let type: TypeSyntax?
  package let value: Expression
  package let span: Span

  package init(name: Name, type: TypeSyntax?, value: Expression, span: Span) {
    self.name = name
    self.type = type
    self.value = value
    self.span = span
  }
}

/// `判定 风险(投诉: 整数, 未检: 自然日?) -> 风险等级 首个 { … }`
package struct TableItem: Sendable {
  package enum Policy: Hashable, Sendable {
    case unique, first, collect
  }

  package let name: Name
  package let parameters: [ParameterSyntax]
  package let result: TypeSyntax
  /// Nil where it is missing, which has been reported.
  package let policy: Policy?
  /// The header line: the parameters in order, then a name for the result.
  package let header: [Name]
  package let rows: [TableRow]
  package let span: Span
  /// Where the table is a principle: what its rows are exceptions to.
  package var principle: PrincipleSyntax?

  package init(
    name: Name, parameters: [ParameterSyntax], result: TypeSyntax, policy: Policy?,
    header: [Name], rows: [TableRow], span: Span
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.policy = policy
    self.header = header
    self.rows = rows
    self.span = span
  }
}

package struct TableRow: Sendable {
  package let cells: [Pattern]
  package let result: Expression
  package let span: Span

  package init(cells: [Pattern], result: Expression, span: Span) {
    self.cells = cells
    self.result = result
    self.span = span
  }
}

/// `显示 校园食堂 数`: printed when the script is run.
package struct ShowItem: Sendable {
  package let value: Expression
  package let span: Span

  package init(value: Expression, span: Span) {
    self.value = value
    self.span = span
  }
}
