public import Model

// Listeners are made, changed and deleted (aws-facts 4.8).
extension World {
    /// CreateListener; the same one again when it is equal. `settings` are DescribeListeners' members without ARNs.
    public mutating func createListener(
        on balancer: LoadBalancerID, settings: Value, actions: [Value], tags: Value = .list([])
    ) throws(Refusal) -> ListenerID {
        guard let owner = balancing.loadBalancers[balancer] else {
            throw Refusal("LoadBalancerNotFound", "One or more load balancers not found")
        }
        let expanded = ActionShape.expanded(actions)
        if let same = try listener(at: settings["port"], of: owner, except: nil, like: (settings, expanded)) {
            return same
        }
        try checkActions(expanded, at: balancer)
        let listener = newListener(on: balancer, owner, settings, tags)
        let id = balancing.listeners.insert(listener)
        balancing.loadBalancers[balancer]?.listeners.append(id)
        balancing.listenerArns[listener.arn] = id
        balancing.defaultRules[listener.defaultRuleArn] = id
        replaceActions(of: id, with: expanded)
        return id
    }

    /// ModifyListener: `settings` as a whole; nil actions stay as they are.
    public mutating func modifyListener(_ id: ListenerID, settings: Value, actions: [Value]?) throws(Refusal) {
        guard let former = balancing.listeners[id], let owner = balancing.loadBalancers[former.loadBalancer] else {
            throw Refusal("ListenerNotFound", "One or more listeners not found")
        }
        _ = try listener(at: settings["port"], of: owner, except: id, like: nil)
        let expanded = actions.map(ActionShape.expanded)
        if let expanded { try checkActions(expanded, at: former.loadBalancer) }
        var shown = settings
        shown["listenerArn"] = .string(former.arn)
        shown["loadBalancerArn"] = .string(owner.arn)
        balancing.listeners[id]?.shown = shown
        if former.shown["protocol"] != settings["protocol"] { renewAttributes(of: id, settings, owner.type) }
        if let expanded { replaceActions(of: id, with: expanded) }
    }

    /// AddListenerCertificates and RemoveListenerCertificates, with the whole list that is there afterwards.
    public mutating func setCertificates(_ id: ListenerID, _ arns: [String]) {
        balancing.listeners[id]?.certificates = arns
    }

    /// DeleteListener; its rules go with it.
    public mutating func deleteListener(_ arn: String) throws(Refusal) {
        guard let id = balancing.listenerArns[arn] else {
            throw Refusal("ListenerNotFound", "One or more listeners not found")
        }
        removeListener(id)
    }

    mutating func removeListener(_ id: ListenerID) {
        guard let listener = balancing.listeners[id] else { return }
        for rule in listener.rules { removeRule(rule) }
        replaceActions(of: id, with: [])
        balancing.listeners.remove(id)
        balancing.listenerArns[listener.arn] = nil
        balancing.defaultRules[listener.defaultRuleArn] = nil
        balancing.loadBalancers[listener.loadBalancer]?.listeners.removeAll { $0 == id }
    }

    /// The listener that has this port already, when it is `like` the asked one; refuses when it is not.
    private func listener(
        at port: Value?, of owner: LoadBalancer, except id: ListenerID?,
        like asked: (settings: Value, actions: [Value])?
    ) throws(Refusal) -> ListenerID? {
        let others = owner.listeners.filter { $0 != id && balancing.listeners[$0]?.shown["port"] == port }
        guard let other = others.first, let known = balancing.listeners[other] else { return nil }
        if let asked, known.settings == asked.settings, known.defaultActions == asked.actions { return other }
        throw Refusal(
            "DuplicateListener", "A listener already exists on this port for this load balancer '\(owner.arn)'")
    }

    private mutating func newListener(
        on balancer: LoadBalancerID, _ owner: LoadBalancer, _ settings: Value, _ tags: Value
    ) -> Listener {
        let arn = listenerArn(below: owner.arn, nextOrdinal())
        var shown = settings
        shown["listenerArn"] = .string(arn)
        shown["loadBalancerArn"] = .string(owner.arn)
        let attributes = BalancingDefaults.listener(settings["protocol"]?.string, owner.type)
        return Listener(
            arn: arn, loadBalancer: balancer, shown: shown, defaultActions: [], attributes: attributes, tags: tags,
            defaultRuleArn: ruleArn(below: arn, nextOrdinal()))
    }

    /// A listener of another protocol has other attributes; those that both have keep their values.
    private mutating func renewAttributes(of id: ListenerID, _ settings: Value, _ type: String) {
        let fresh = BalancingDefaults.listener(settings["protocol"]?.string, type)
        let former = balancing.listeners[id]?.attributes ?? [:]
        balancing.listeners[id]?.attributes = fresh.merging(former.filter { fresh[$0.key] != nil }) { $1 }
    }
}

extension Listener {
    /// What was asked for, defaults included; no ARNs.
    fileprivate var settings: Value {
        var settings = shown
        settings["listenerArn"] = nil
        settings["loadBalancerArn"] = nil
        return settings
    }
}
