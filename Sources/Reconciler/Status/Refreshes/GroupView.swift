import Kinds
import Model
import Planning

/// A group's instances as status files tell of them.
struct GroupView {
    let name: String
    let rollout: InstanceRollout

    /// Nil when the state is not that of a live group.
    init?(_ state: ResourceState) {
        guard state.id.kind == "AutoScalingGroup", let live = state.plan.observation.live else { return nil }
        name = state.id.name
        rollout = InstanceRollout(state.plan.resource, live)
    }

    /// How the instances of one age stand.
    struct Counts {
        var starting = 0
        var inService = 0
        var leaving = 0
    }

    /// Of those that are as wanted, or of the others.
    func counts(new: Bool) -> Counts {
        rollout.instances.filter { $0.isNew == new }.reduce(into: Counts()) { counts, instance in
            if instance.isStarting {
                counts.starting += 1
            } else if instance.isLeaving {
                counts.leaving += 1
            } else if instance.state == "InService" {
                counts.inService += 1
            }
        }
    }

    /// Instances in service, of both ages.
    var inService: Int { counts(new: true).inService + counts(new: false).inService }
}
