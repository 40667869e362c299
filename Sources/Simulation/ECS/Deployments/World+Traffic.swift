// The weights that ECS moves (aws-facts 1.8).
extension World {
    /// Gives the PRIMARY so much of production traffic.
    mutating func shiftProduction(_ id: ServiceID, permille: Int) {
        updateHistory(of: id) { $0.productionPermille = permille }
        let balancers = advancedBalancers(of: id)
        for balancer in balancers {
            guard let rule = balancer.advanced?.productionListenerRule else { continue }
            setForwards(of: rule, shares(of: balancer, id, permille: permille))
        }
        if !balancers.isEmpty {
            let share = "\(Self.percent(permille))%"
            note(.service(id), ecs.services[id]?.name ?? "", "production traffic of the primary revision: \(share)")
        }
    }

    /// Gives the PRIMARY so much of test traffic.
    mutating func shiftTest(_ id: ServiceID, permille: Int) {
        updateHistory(of: id) { $0.testPermille = permille }
        for balancer in advancedBalancers(of: id) {
            guard let rule = balancer.advanced?.testListenerRule else { continue }
            setForwards(of: rule, shares(of: balancer, id, permille: permille))
        }
    }

    private func advancedBalancers(of id: ServiceID) -> [ServiceLoadBalancer] {
        ecs.services[id]?.settings.loadBalancers.filter { $0.advanced != nil } ?? []
    }

    /// Weights in percent where that is exact, else in per mille.
    private func shares(of balancer: ServiceLoadBalancer, _ id: ServiceID, permille: Int) -> [Forward] {
        let whole = permille % 10 == 0
        let new = whole ? permille / 10 : permille
        let old = (whole ? 100 : 1000) - new
        let isAlternate = ecs.services[id]?.deployments.first?.usesAlternate ?? false
        return [
            Forward(targetGroupArn: balancer.targetGroupArn, weight: isAlternate ? old : new),
            Forward(targetGroupArn: balancer.advanced?.alternateTargetGroupArn ?? "", weight: isAlternate ? new : old),
        ]
    }

    private static func percent(_ permille: Int) -> String {
        permille % 10 == 0 ? "\(permille / 10)" : "\(permille / 10).\(permille % 10)"
    }
}
