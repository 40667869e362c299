import Model

/// The first version of the metadata service gives the instance's credentials to whoever makes a request be sent.
enum InstanceMetadataOpen: KindLintRule {
    static let id = "instance-metadata-open"
    static let kind = "LaunchTemplate"
    static let weight = Finding.Weight.warn
    static let summary = """
        A launch template's metadata service answers without a token (`httpTokens: optional`): a single forged request from a \
        container gives away the instance's role.
        """
    static let remedy =
        "`metadataOptions: {httpTokens: required, httpPutResponseHopLimit: 2}`; 1 hop keeps bridge containers out."

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        let tokens = resource.spec["metadataOptions"]?["httpTokens"]
        guard tokens?.string == "optional", resource.spec["metadataOptions"]?["httpEndpoint"]?.string != "disabled"
        else { return nil }
        return finding(
            resource, at: "/metadataOptions/httpTokens", tokens,
            "httpTokens optional gives the instance's role away to one request")
    }
}
