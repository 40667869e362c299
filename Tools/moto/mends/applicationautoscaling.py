"""Service auto scaling."""
import json

from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse

from . import adds, around, mend


@mend
def scalable_targets_have_tags():
    """RegisterScalableTarget drops Tags; ListTagsForResource, TagResource and UntagResource are not implemented.

    AWS keeps them as a map (Application Auto Scaling API reference, TagResource).
    """

    @around(ApplicationAutoScalingResponse, "register_scalable_target")
    def register(original, self):
        answer = original(self)
        _tags(self, json.loads(answer)["ScalableTargetARN"]).update(self._get_param("Tags") or {})
        return answer

    @adds(ApplicationAutoScalingResponse, "list_tags_for_resource")
    def list_them(self):
        return json.dumps({"Tags": _tags(self, self._get_param("ResourceARN"))})

    @adds(ApplicationAutoScalingResponse, "tag_resource")
    def tag(self):
        _tags(self, self._get_param("ResourceARN")).update(self._get_param("Tags") or {})
        return json.dumps({})

    @adds(ApplicationAutoScalingResponse, "untag_resource")
    def untag(self):
        for key in self._get_param("TagKeys") or []:
            _tags(self, self._get_param("ResourceARN")).pop(key, None)
        return json.dumps({})


def _tags(response, arn):
    backend = response.applicationautoscaling_backend
    return backend.__dict__.setdefault("_tags_by_arn", {}).setdefault(arn, {})


@mend
def a_changed_policy_keeps_its_arn():
    """PutScalingPolicy on a policy that exists gives it a new ARN and leaves its old alarms behind.

    On AWS the policy is the same one, and so an alarm that names it still works (PutScalingPolicy).
    """

    @around(ApplicationAutoscalingBackend, "put_scaling_policy")
    def put(original, self, **wanted):
        identity = ("service_namespace", "resource_id", "scalable_dimension", "policy_name")
        same = [policy for policy in self.policies.values() if all(getattr(policy, m) == wanted[m] for m in identity)]
        policy = original(self, **wanted)
        for old in same:
            old.delete_alarms(self.account_id, self.region_name)
            policy.policy_arn, policy.creation_time = old.policy_arn, old.creation_time
        return policy
