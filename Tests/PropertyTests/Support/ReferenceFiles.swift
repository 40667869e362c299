/// The example repository's files.
enum ReferenceFiles {
    static func all() throws -> [String: String] {
        let names = [
            "neap.yaml", "production/load-balancer.yaml", "production/api.yaml", "production/api-scaling.yaml",
            "production/capacity.yaml", "production/admin/admin.yaml", "production/admin/task-definition.json",
            "production/admin/log-group.json",
        ]
        return try names.reduce(into: [:]) { files, name in
            files[name] = String(decoding: try EmbeddedAWS.bytes("manifests/reference/" + name), as: UTF8.self)
        }
    }
}
