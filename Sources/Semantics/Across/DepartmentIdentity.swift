import Syntax

/// Which departments of several scripts are the same.
///
/// Those of one name are, unless scripts give the name different official titles: then each title
/// is a department, and one without a title is none of them.
package struct DepartmentIdentity: Sendable {
  private var titles: [String: Set<String>] = [:]

  package init(_ declarations: [DepartmentDeclaration]) {
    for declaration in declarations {
      guard let title = declaration.title else { continue }
      titles[declaration.name.text, default: []].insert(title)
    }
  }

  /// Equal for departments that are the same.
  package func key(of department: DepartmentDeclaration) -> String {
    let name = department.name.text
    guard let titles = titles[name], titles.count > 1 else { return name }
    return name + "\n" + (department.title ?? "")
  }
}
