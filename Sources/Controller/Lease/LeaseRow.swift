import Model

/// Leases and controllers as DynamoDB's items: each attribute an object of its type and its value.
extension LeaseItem {
    /// What stands in the table.
    var row: Value {
        [
            "environment": ["s": .string(environment)], "owner": ["s": .string(owner)], "host": ["s": .string(host)],
            "epoch": .attribute(epoch), "nonce": ["s": .string(nonce)], "seq": .attribute(sequence),
            "leaseMs": .attribute(lease.milliseconds), "released": ["bool": .bool(isReleased)],
            "stolen": ["bool": .bool(isStolen)], "since": .attribute(since), "written": .attribute(written),
        ]
    }

    /// Reads what stands in `table`. Throws `LeaseTableError` for what Neap did not write.
    init(row: Value, _ table: String) throws(LeaseTableError) {
        guard let environment = row.text("environment"), let epoch = row.count("epoch"),
            let nonce = row.text("nonce"), let lease = row.count("leaseMs"), lease > 0
        else {
            let name = row.text("environment") ?? "?"
            throw LeaseTableError("\(table) holds an item \(name) that is no lease: give leases a table of their own")
        }
        self.init(
            environment: environment, owner: row.text("owner") ?? "", host: row.text("host") ?? "", epoch: epoch,
            nonce: nonce, sequence: row.count("seq") ?? 0, lease: .milliseconds(lease),
            isReleased: row["released"]?["bool"]?.bool ?? false, isStolen: row["stolen"]?["bool"]?.bool ?? false,
            since: row.count("since") ?? 0, written: row.count("written") ?? 0)
    }
}

extension Presence {
    /// What stands in the table below `key`.
    func row(key: String) -> Value {
        var row: Value = [
            "environment": ["s": .string(key)], "controller": ["s": .string(holder)], "nonce": ["s": .string(nonce)],
            "leaseMs": .attribute(lease.milliseconds),
        ]
        // A set may not be empty.
        if !environments.isEmpty { row["environments"] = ["ss": .list(environments.map { .string($0) })] }
        if !news.isEmpty { row["news"] = ["l": .list(news.map { ["s": .string($0.text)] })] }
        return row
    }

    /// Nil for a row that is about no controller.
    init?(row: Value) {
        guard let holder = row.text("controller"), let nonce = row.text("nonce"), let lease = row.count("leaseMs")
        else { return nil }
        let names = (row["environments"]?["ss"]?.list ?? []).compactMap(\.string)
        let news = (row["news"]?["l"]?.list ?? []).compactMap { $0["s"]?.string.flatMap(LeaseNews.Item.init(_:)) }
        self.init(
            holder: holder, nonce: nonce, lease: .milliseconds(lease), environments: names.sorted(), news: news)
    }
}

extension Value {
    fileprivate static func attribute(_ number: Int) -> Value { ["n": .string(String(number))] }
    fileprivate func text(_ name: String) -> String? { self[name]?["s"]?.string }
    fileprivate func count(_ name: String) -> Int? { self[name]?["n"]?.string.flatMap { Int($0) } }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int { Int(self / .milliseconds(1)) }
}
