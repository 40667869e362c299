public import Model

/// Things that are only written down and read back: AWS-shaped values by kind and key, in the order of their making.
public struct Registry: Sendable {
    /// One kind's rows.
    public struct Table: Sendable {
        private var positions: [String: Int] = [:]
        private var rows: [(key: String, value: Value)?] = []

        /// Nothing.
        public init() {}

        /// The row of this key; setting nil takes it away, setting a new one puts it behind the others.
        public subscript(key: String) -> Value? {
            get { positions[key].flatMap { rows[$0]?.value } }
            set {
                if let position = positions[key] {
                    rows[position] = newValue.map { (key, $0) }
                    if newValue == nil { forget(key) }
                } else if let newValue {
                    positions[key] = rows.count
                    rows.append((key, newValue))
                }
            }
        }

        /// Places of rows that are gone are given back once they are more than those that are there.
        private mutating func forget(_ key: String) {
            positions[key] = nil
            guard rows.count > 64, positions.count * 2 < rows.count else { return }
            rows = rows.filter { $0 != nil }
            for (position, row) in rows.enumerated() { if let row { positions[row.key] = position } }
        }

        /// All rows, oldest first.
        public var all: [(key: String, value: Value)] { rows.compactMap(\.self) }
        /// All values, oldest first.
        public var values: [Value] { rows.compactMap { $0?.value } }
    }

    private var tables: [String: Table] = [:]

    /// Nothing.
    public init() {}

    /// The rows of a kind, named `ec2/subnet`, `logs/group`, `iam/role`.
    public subscript(kind: String) -> Table {
        get { tables[kind] ?? Table() }
        _modify { yield &tables[kind, default: Table()] }
    }
}
