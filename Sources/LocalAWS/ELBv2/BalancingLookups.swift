import Model
import Simulation

// What an ARN names, or AWS's refusal.
extension World {
    func loadBalancer(_ request: LocalRequest) throws(Refusal) -> (id: LoadBalancerID, value: LoadBalancer) {
        guard let id = balancing.loadBalancerArns[request.text("loadBalancerArn") ?? ""],
            let value = balancing.loadBalancers[id]
        else { throw Refusal("LoadBalancerNotFound", "One or more load balancers not found") }
        return (id, value)
    }

    func listener(_ request: LocalRequest) throws(Refusal) -> (id: ListenerID, value: Listener) {
        try listener(request.text("listenerArn") ?? "")
    }

    func listener(_ arn: String) throws(Refusal) -> (id: ListenerID, value: Listener) {
        guard let id = balancing.listenerArns[arn], let value = balancing.listeners[id] else {
            throw Refusal("ListenerNotFound", "One or more listeners not found")
        }
        return (id, value)
    }

    func targetGroup(_ request: LocalRequest) throws(Refusal) -> (id: TargetGroupID, value: TargetGroup) {
        try targetGroup(request.text("targetGroupArn") ?? "")
    }

    func targetGroup(_ arn: String) throws(Refusal) -> (id: TargetGroupID, value: TargetGroup) {
        guard let id = balancing.targetGroupArns[arn], let value = balancing.targetGroups[id] else {
            throw Refusal("TargetGroupNotFound", "One or more target groups not found")
        }
        return (id, value)
    }

    /// The row of a kind whose `member` is `id`, whatever key it stands under.
    func row(_ kind: String, _ member: String, _ id: String) -> Value? {
        registry[kind][id] ?? registry[kind].values.first { $0[member]?.string == id }
    }
}

extension Refusal {
    /// AWS's code for what its service model does not name.
    static func validation(_ text: String) -> Refusal { Refusal("ValidationError", text) }
    /// AWS's code for settings that do not go together.
    static func configuration(_ text: String) -> Refusal { Refusal("InvalidConfigurationRequest", text) }
}

extension Value {
    /// The members of an object that `names` list and that it has.
    func picking(_ names: [String]) -> Value {
        .object((object ?? [:]).filter { names.contains($0.key) && !$0.value.isNull })
    }
}
