"""ECS clusters, capacity providers and task definitions."""
from moto.autoscaling.models import autoscaling_backends
from moto.core.responses import ActionResult
from moto.ecs.models import CapacityProvider, Cluster, EC2ContainerServiceBackend
from moto.ecs.responses import EC2ContainerServiceResponse

from . import adds, around, mend

CLUSTER = "DescribeClustersResponse.clusters.Cluster."


def fill_strategy(items):
    """AWS reads back base and weight even when they were not sent (ECS API reference, CapacityProviderStrategyItem)."""
    return [{"base": 0, "weight": 0, **item} for item in items or []]


@mend
def describe_clusters_shows_empty_capacity_providers():
    """capacityProviders and defaultCapacityProviderStrategy are missing while they are empty.

    AWS answers empty lists (ECS API reference, Cluster).
    """

    @around(Cluster, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.capacity_providers = self.capacity_providers or []
        self.default_capacity_provider_strategy = fill_strategy(self.default_capacity_provider_strategy)


@mend
def put_cluster_capacity_providers_fills_and_finishes():
    """The strategy comes back as sent, and no attachmentsStatus ever says that the change is done.

    AWS fills base and weight, and goes to UPDATE_COMPLETE (ECS API reference, Cluster.attachmentsStatus).
    """

    @around(EC2ContainerServiceBackend, "put_cluster_capacity_providers")
    def put(original, self, cluster_name, capacity_providers, strategy):
        cluster = original(self, cluster_name, capacity_providers, fill_strategy(strategy))
        cluster.attachments_status = "UPDATE_COMPLETE"
        return cluster


@mend
def describe_clusters_gives_only_what_include_names():
    """settings are answered unasked.

    AWS gives settings, attachments and their status only when `include` names them (DescribeClusters, include).
    """

    @around(EC2ContainerServiceResponse, "describe_clusters")
    def describe(original, self):
        asked = self._get_param("include", [])
        for word, member in [("SETTINGS", "settings"), ("ATTACHMENTS", "attachmentsStatus")]:
            change = self._include_in_response if word in asked else self._exclude_from_response
            change(CLUSTER + member)
        return original(self)


@mend
def update_cluster_settings_works():
    """UpdateClusterSettings is not implemented (HTTP 500).

    AWS changes the named settings and answers the cluster (ECS API reference, UpdateClusterSettings).
    """

    @adds(EC2ContainerServiceResponse, "update_cluster_settings")
    def update(self):
        cluster = self.ecs_backend._get_cluster(self._get_param("cluster"))
        changed = {item["name"]: item for item in self._get_param("settings", [])}
        kept = [item for item in cluster.settings if item["name"] not in changed]
        cluster.settings = kept + list(changed.values())
        return ActionResult({"cluster": cluster})


@mend
def capacity_providers_have_managed_draining():
    """managedDraining has no default, and UpdateCapacityProvider ignores it.

    AWS has it on unless told otherwise, and changes it (ECS API reference, AutoScalingGroupProvider).
    """

    @around(CapacityProvider, "_prepare_asg_provider")
    def prepare(original, self, details):
        return {"managedDraining": "ENABLED", **original(self, details)}

    @around(CapacityProvider, "update")
    def update(original, self, details):
        if "managedDraining" in details:
            self.auto_scaling_group_provider["managedDraining"] = details["managedDraining"]
        original(self, details)


@mend
def managed_scaling_tags_the_group():
    """The group of a capacity provider with managed scaling stays as it was.

    ECS adds the tag AmazonECSManaged to it (ECS developer guide, cluster auto scaling): a tag that is nobody's drift.
    """

    @around(EC2ContainerServiceBackend, "create_capacity_provider")
    def create(original, self, name, details, tags):
        provider = original(self, name, details, tags)
        managed = provider.auto_scaling_group_provider["managedScaling"]["status"] == "ENABLED"
        wanted = provider.auto_scaling_group_provider["autoScalingGroupArn"]
        for group in autoscaling_backends[self.account_id][self.region_name].autoscaling_groups.values():
            if managed and wanted in (group.arn, group.name) and not _is_marked(group):
                group.tags = group.tags + [{"Key": "AmazonECSManaged", "Value": "", "PropagateAtLaunch": True}]
        return provider


def _is_marked(group):
    return any(tag["Key"] == "AmazonECSManaged" for tag in group.tags)


@mend
def list_task_definitions_sorts():
    """ListTaskDefinitions ignores `sort`.

    AWS lists the newest revision first with DESC (ECS API reference, ListTaskDefinitions).
    """

    @around(EC2ContainerServiceResponse, "list_task_definitions")
    def list_them(original, self):
        answer = original(self).result
        arns = sorted(answer["taskDefinitionArns"], key=_family_and_revision, reverse=self._get_param("sort") == "DESC")
        return ActionResult({**answer, "taskDefinitionArns": arns})


def _family_and_revision(arn):
    family, revision = arn.rsplit(":", 1)
    return family, int(revision)
