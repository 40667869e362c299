import Model

/// A condition that everybody meets restricts nobody.
enum OpenSourceAddress: KindLintRule {
    static let id = "open-source-address"
    static let kind = "ListenerRule"
    static let weight = Finding.Weight.warn
    static let summary = """
        A listener rule's `source-ip` condition names every address (`0.0.0.0/0`, `::/0`), or half of them (`/1`): what reads \
        like a restriction lets everybody in.
        """
    static let remedy = "The addresses that are meant, or no condition where everybody is."

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        for condition in resource.spec["conditions"]?.list ?? [] {
            let values = condition["sourceIpConfig"]?["values"]?.list ?? []
            guard let open = values.first(where: { isOpen($0.string ?? "") }), let text = open.string else { continue }
            return finding(
                resource, at: "/conditions/source-ip/sourceIpConfig/values", open,
                "the source address \(text) lets everybody in")
        }
        return nil
    }

    private static func isOpen(_ range: String) -> Bool { range.hasSuffix("/0") || range.hasSuffix("/1") }
}
