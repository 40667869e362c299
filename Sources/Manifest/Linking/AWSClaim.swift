import Model

/// AWS's own name of a resource, as far as AWS lets only one resource of the kind have it.
struct AWSClaim: Hashable, Sendable {
    let kind: String
    let name: String
    /// What the name is unique in, as written: a Service's cluster; nil for the whole account and region.
    let parent: Value.Content?

    /// What `resource` claims; nil where AWS gives the name, and for parts, which stand below a parent.
    init?(_ resource: Resource, _ kinds: KindTable) {
        guard let schema = kinds[resource.id.kind]?.schema, schema.isManifest, schema.nameMember != nil else {
            return nil
        }
        kind = resource.id.kind
        name = resource.awsName
        let node = kinds.node(kind)?.spellings[AWSClaim.parentMember]?.node
        guard let node, node.target != nil else {
            parent = nil
            return
        }
        parent = (resource.spec[AWSClaim.parentMember] ?? node.rule?.absent)?.content
    }

    // The one parent that AWS's named resources have so far.
    private static let parentMember = "cluster"
}
