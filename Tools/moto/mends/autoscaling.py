"""Auto Scaling groups."""
from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

from . import adds, around, mend

DISTRIBUTION = {
    "OnDemandAllocationStrategy": "prioritized", "OnDemandBaseCapacity": 0, "OnDemandPercentageAboveBaseCapacity": 100,
    "SpotAllocationStrategy": "lowest-price",
}
# Members that CreateAutoScalingGroup or UpdateAutoScalingGroup drop, and moto's names for those that it keeps otherwise.
DROPPED = {
    "CapacityRebalance": "capacity_rebalance", "TerminationPolicies": "termination_policies",
    "DefaultCooldown": "default_cooldown", "DefaultInstanceWarmup": "DefaultInstanceWarmup",
    "MaxInstanceLifetime": "MaxInstanceLifetime", "InstanceMaintenancePolicy": "InstanceMaintenancePolicy",
}


def _group(response):
    return response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]


def _keep(response):
    for member, attribute in DROPPED.items():
        if response._get_param(member) is not None:
            setattr(_group(response), attribute, response._get_param(member))


@mend
def groups_keep_all_members():
    """CreateAutoScalingGroup drops DefaultInstanceWarmup and others, UpdateAutoScalingGroup also CapacityRebalance,
    TerminationPolicies and DefaultCooldown.

    AWS keeps them (EC2 Auto Scaling API reference, UpdateAutoScalingGroup).
    """

    @around(AutoScalingResponse, "create_auto_scaling_group")
    def create(original, self):
        original(self)
        _keep(self)
        return EmptyResult()

    @around(AutoScalingResponse, "update_auto_scaling_group")
    def update(original, self):
        original(self)
        _keep(self)
        return EmptyResult()


@mend
def instances_distribution_is_filled_in():
    """What a stated InstancesDistribution leaves out stays missing.

    AWS answers the defaults (EC2 Auto Scaling API reference, InstancesDistribution).
    """

    @around(FakeAutoScalingGroup, "__init__")
    def init(original, self, *args, **kwargs):
        policy = kwargs.get("mixed_instances_policy")
        if policy:
            policy["InstancesDistribution"] = {**DISTRIBUTION, **policy.get("InstancesDistribution", {})}
        original(self, *args, **kwargs)


@mend
def update_keeps_the_mixed_instances_policy():
    """UpdateAutoScalingGroup without a MixedInstancesPolicy takes the group's away, and one with a policy replaces
    the whole InstancesDistribution.

    On AWS what a request leaves out is unchanged (UpdateAutoScalingGroup), members of the distribution too.
    """

    @around(FakeAutoScalingGroup, "update")
    def update(original, self, *args, **kwargs):
        live, sent = self.mixed_instances_policy, kwargs.get("mixed_instances_policy")
        if live and not sent and not kwargs.get("launch_template") and not kwargs.get("launch_config_name"):
            kwargs["mixed_instances_policy"] = _by_id(live)
        elif live and sent:
            merged = {**live.get("InstancesDistribution", {}), **sent.get("InstancesDistribution", {})}
            kwargs["mixed_instances_policy"] = {**live, **sent, "InstancesDistribution": merged}
        original(self, *args, **kwargs)


def _by_id(policy):
    """The policy as a request: moto takes an id or a name, and answers both."""
    template = policy["LaunchTemplate"]
    specification = {name: value for name, value in template["LaunchTemplateSpecification"].items() if name != "LaunchTemplateName"}
    return {**policy, "LaunchTemplate": {**template, "LaunchTemplateSpecification": specification}}


@mend
def instance_refreshes_are_recorded():
    """StartInstanceRefresh, DescribeInstanceRefreshes and CancelInstanceRefresh are not implemented (HTTP 500).

    Here a refresh is recorded and listed (EC2 Auto Scaling API reference, InstanceRefresh). No instance is replaced,
    so it stays Pending.
    """

    @adds(AutoScalingResponse, "start_instance_refresh")
    def start(self):
        refresh = {
            "InstanceRefreshId": str(mock_random.uuid4()), "AutoScalingGroupName": _group(self).name,
            "Status": "Pending", "StartTime": utcnow(), "PercentageComplete": 0,
            "InstancesToUpdate": len(_group(self).instance_states), "Preferences": self._get_param("Preferences"),
            "DesiredConfiguration": self._get_param("DesiredConfiguration"),
        }
        _refreshes(_group(self)).insert(0, refresh)
        return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})

    @adds(AutoScalingResponse, "describe_instance_refreshes")
    def describe(self):
        wanted = self._get_param("InstanceRefreshIds", [])
        found = [item for item in _refreshes(_group(self)) if not wanted or item["InstanceRefreshId"] in wanted]
        return ActionResult({"InstanceRefreshes": found})

    @adds(AutoScalingResponse, "cancel_instance_refresh")
    def cancel(self):
        refresh = _refreshes(_group(self))[0]
        refresh.update(Status="Cancelled", EndTime=utcnow())
        return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


def _refreshes(group):
    return group.__dict__.setdefault("_recorded_refreshes", [])
