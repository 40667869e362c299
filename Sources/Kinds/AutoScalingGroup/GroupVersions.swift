import Model

/// Which version of its template a group on `$Latest` or `$Default` is at. Either word means another number as soon as
/// somebody makes a version, which the instances do not follow: a group is at the version that its instances were made from.
enum GroupVersions {
    /// `spec` with that number wherever AWS gives a word that `stated` does not ask for; the word stays where instances are of
    /// several versions. Throws what AWS answers about a template without instances.
    static func numbered(
        _ spec: Value, _ group: Value, with stated: Value, _ context: ObservationContext
    ) async throws -> Value {
        var numbers: [Value: Value] = [:]
        for template in GroupTemplates.worded(spec, with: stated) {
            numbers[template] = try await number(of: template, group, context)
        }
        guard !numbers.isEmpty else { return spec }
        return GroupTemplates.naming(spec, with: stated) { numbers[$0] }
    }

    private static func number(
        of template: Value, _ group: Value, _ context: ObservationContext
    ) async throws -> Value? {
        let used = (group["instances"]?.list ?? []).compactMap { $0["launchTemplate"] }.filter { isSame($0, template) }
        let versions = Set(used.compactMap { $0["version"]?.scalarText })
        guard versions.isEmpty else { return versions.count == 1 ? versions.first.map { .string($0) } : nil }
        let names = ["launchTemplateId", "launchTemplateName"].first { template[$0] != nil }
        guard let name = names, let value = template[name] else { return nil }
        let call = AWSCall("ec2", "DescribeLaunchTemplates", [name + "s": [value]])
        let found = try await context.aws.send(call)["launchTemplates"]?.list?.first
        let member = template["version"]?.string == "$Latest" ? "latestVersionNumber" : "defaultVersionNumber"
        return (found?[member]?.scalarText).map { .string($0) }
    }

    private static func isSame(_ used: Value, _ template: Value) -> Bool {
        ["launchTemplateId", "launchTemplateName"].contains { template[$0] != nil && used[$0] == template[$0] }
    }
}
