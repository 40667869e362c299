import Model

extension Listener {
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let arn = ["listenerArn": change.output("arn")]
        let stated = arns(change.spec)
        guard change.live != nil else {
            return [creation(change)] + certificateStep("AddListenerCertificates", arn, Array(stated.dropFirst()))
                + change.newAttributeSteps("ModifyListenerAttributes", arn)
        }
        return modification(change, arn) + certificateSteps(change, arn, stated)
            + change.attributeSteps("ModifyListenerAttributes", arn) + change.loadBalancingTagSteps()
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated(without: ["attributes", "certificates"])
        input["certificates"] = arns(change.spec).first.map { [["certificateArn": $0]] }
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("elbv2", "CreateListener", .object(input)), summary: "listener",
            captures: ["arn": "/listeners/0/listenerArn"])
    }

    private static func modification(_ change: ResourceChange, _ arn: [String: Value]) -> [PlannedCall] {
        var touched = change.touched(modifiable)
        var input = change.keepingSplit(change.merged(touched), of: "defaultActions").merging(arn) { $1 }
        let wanted = arns(change.spec).first
        if let wanted, change.touches("certificates"), wanted != defaultCertificate(change.live) {
            input["certificates"] = [["certificateArn": wanted]]
            touched = change.touched(modifiable + ["certificates"])
        }
        return touched.isEmpty ? [] : [change.step("elbv2", "ModifyListener", input, of: touched)]
    }

    /// Further certificates come and go one by one; ModifyListener alone changes the default one.
    private static func certificateSteps(
        _ change: ResourceChange, _ arn: [String: Value], _ stated: [Value]
    ) -> [PlannedCall] {
        guard change.touches("certificates") else { return [] }
        let old = defaultCertificate(change.live)
        let further = Set(arns(change.live?.spec ?? .null).filter { $0 != old })
        let new = stated.dropFirst().filter { !further.contains($0) }
        let gone = change.changes.filter { $0.path.parts.first == "certificates" && $0.path.parts.count == 2 }
            .filter { $0.desired == nil }.map { Value.string($0.path.parts[1]) }.filter { $0 != old }
        return certificateStep("AddListenerCertificates", arn, new)
            + certificateStep("RemoveListenerCertificates", arn, gone)
    }

    private static func certificateStep(
        _ operation: String, _ arn: [String: Value], _ certificates: [Value]
    ) -> [PlannedCall] {
        guard !certificates.isEmpty else { return [] }
        let list: Value = .list(certificates.map { ["certificateArn": $0] })
        let input = arn.merging(["certificates": list]) { $1 }
        return [PlannedCall(AWSCall("elbv2", operation, .object(input)), summary: "certificates")]
    }

    /// The certificates, the default one first.
    private static func arns(_ spec: Value) -> [Value] {
        let items = spec["certificates"]?.list ?? []
        let marked = items.filter { $0["isDefault"]?.bool == true }
        return (marked + items.filter { $0["isDefault"]?.bool != true }).compactMap { $0["certificateArn"] }
    }

    private static func defaultCertificate(_ live: Live?) -> Value? {
        let items = live?.spec["certificates"]?.list ?? []
        return items.first { $0["isDefault"]?.bool == true }?["certificateArn"]
    }
}
