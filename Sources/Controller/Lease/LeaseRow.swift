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

    /// A day in milliseconds: no lease is as long.
    private static let longest = 86_400_000
    /// The year 9999 in seconds since 1970: later ones can not be shown.
    private static let times = 0...253_402_300_799

    /// Reads what stands in `table`. Throws `LeaseTableError` for what Neap did not write.
    init(row: Value, _ table: String) throws(LeaseTableError) {
        guard let environment = row.text("environment"), let epoch = row.count("epoch"),
            let nonce = row.text("nonce"), let lease = row.count("leaseMs"), (1...Self.longest).contains(lease)
        else {
            let name = row.text("environment") ?? "?"
            throw LeaseTableError("\(table) holds an item \(name) that is no lease: give leases a table of their own")
        }
        guard Self.epochs.contains(epoch) else {
            throw LeaseTableError(
                "\(table) says epoch \(epoch) of \(environment), to which nobody counts: delete that item, and begin anew "
                    + "with `neap lease steal --next`")
        }
        self.init(
            environment: environment, owner: row.text("owner") ?? "", host: row.text("host") ?? "", epoch: epoch,
            nonce: nonce, sequence: row.count("seq", in: Self.epochs), lease: .milliseconds(lease),
            isReleased: row["released"]?["bool"]?.bool ?? false, isStolen: row["stolen"]?["bool"]?.bool ?? false,
            since: row.count("since", in: Self.times), written: row.count("written", in: Self.times))
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
    /// 0 for what is not in `range`: it is only for people.
    fileprivate func count(_ name: String, in range: ClosedRange<Int>) -> Int {
        count(name).flatMap { range.contains($0) ? $0 : nil } ?? 0
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int { Int(self / .milliseconds(1)) }
}
