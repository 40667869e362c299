import Model

/// Without it the agent does nothing when a Spot notice comes (aws-facts 8.1).
enum SpotDrainingOff: SpotLintRule {
    static let id = "spot-draining-off"
    static let weight = Finding.Weight.warn
    static let summary = """
        Instances of a group with Spot are not told to drain when EC2 takes them (`ECS_ENABLE_SPOT_INSTANCE_DRAINING`): their \
        tasks run until the instance is gone, with the requests that they serve. A notice where the group's capacity provider \
        has managed draining, which does the same.
        """
    static let remedy =
        "`ecsConfig: {spotInstanceDraining: true}` of the launch template, or the line in its user data."

    static func finding(of group: SpotGroup, in context: LintContext) -> Finding? {
        guard let template = group.template, isECS(group, template.spec), !drains(template.spec) else { return nil }
        let managed = group.isManagedDraining
        return finding(
            template, managed ? .notice : .warn, at: template.spec["ecsConfig"] == nil ? "/userData" : "/ecsConfig",
            template.spec["ecsConfig"] ?? template.spec["userData"],
            "instances of \(group.resource.id) do not drain themselves at a Spot notice",
            details: [
                managed
                    ? "Managed draining of \(Words.list(group.providers.map(\.id.description))) does it."
                    : "spotInstanceDraining: true in ecsConfig lets their tasks go in time."
            ])
    }

    private static func isECS(_ group: SpotGroup, _ template: Value) -> Bool {
        !group.providers.isEmpty || template["ecsConfig"] != nil
            || template["userData"]?.string?.contains("ECS_CLUSTER") == true
    }

    private static func drains(_ template: Value) -> Bool {
        let config = template["ecsConfig"]
        if config?["spotInstanceDraining"]?.bool == true { return true }
        if config?["variables"]?["ECS_ENABLE_SPOT_INSTANCE_DRAINING"]?.scalarText == "true" { return true }
        // Quotes and blanks are written as people like; Bottlerocket's settings have a name of their own.
        let text = (template["userData"]?.string ?? "").lowercased().filter { !" \"'".contains($0) }
        return text.contains("ecs_enable_spot_instance_draining=true")
            || text.contains("enable-spot-instance-draining=true")
    }
}
