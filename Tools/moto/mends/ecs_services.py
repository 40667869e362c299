"""ECS services and their deployments."""
from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores, utcnow
from moto.ecs.models import EC2ContainerServiceBackend
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.moto_api._internal import mock_random

from . import adds, around, mend
from .ecs_clusters import fill_strategy

DROPPED = [
    "capacityProviderStrategy", "placementStrategy", "placementConstraints", "deploymentConfiguration",
    "healthCheckGracePeriodSeconds", "enableECSManagedTags", "enableExecuteCommand", "availabilityZoneRebalancing",
]
# What a change of starts a deployment (ECS API reference, UpdateService).
STARTS = ["load_balancers", "network_configuration", "service_registries", "platform_version"]


@mend
def create_service_keeps_its_members():
    """CreateService drops capacityProviderStrategy, placementStrategy, deploymentConfiguration,
    healthCheckGracePeriodSeconds, enableECSManagedTags, enableExecuteCommand and more, and reports launchType EC2.

    AWS keeps them and fills the defaults of its API reference (ECS, CreateService); the launch type is absent when a
    capacity provider strategy is used, which is the cluster's default when the request has neither.
    """

    @around(EC2ContainerServiceResponse, "create_service")
    def create(original, self):
        original(self)
        service = self.ecs_backend._get_service(self._get_param("cluster", "default"), self._get_param("serviceName"))
        for name in DROPPED:
            if self._get_param(name) is not None:
                setattr(service, camelcase_to_underscores(name), self._get_param(name))
        _fill(service, self._get_param("launchType"), self.ecs_backend._get_cluster(service.cluster_name))
        return ActionResult({"service": service})


def _fill(service, launch_type, cluster):
    strategy = getattr(service, "capacity_provider_strategy", None)
    if not strategy and launch_type is None:
        strategy = cluster.default_capacity_provider_strategy
    service.capacity_provider_strategy = fill_strategy(strategy)
    if service.capacity_provider_strategy:
        service.launch_type = None
        for deployment in service.deployments:
            deployment["launchType"] = None
            deployment["capacityProviderStrategy"] = service.capacity_provider_strategy
    defaults = {
        "placement_strategy": [], "placement_constraints": [], "health_check_grace_period_seconds": 0,
        "enable_ecs_managed_tags": False, "enable_execute_command": False, "availability_zone_rebalancing": "ENABLED",
    }
    for name, value in defaults.items():
        if not hasattr(service, name):
            setattr(service, name, value)
    stated = getattr(service, "deployment_configuration", None) or {}
    service.deployment_configuration = {**_deployment_defaults(service), **stated}


def _deployment_defaults(service):
    daemon = service.scheduling_strategy == "DAEMON"
    return {
        "strategy": "ROLLING", "bakeTimeInMinutes": 0,
        "minimumHealthyPercent": 0 if daemon else 100, "maximumPercent": 100 if daemon else 200,
        "alarms": {"alarmNames": [], "enable": False, "rollback": False},
        "deploymentCircuitBreaker": {"enable": False, "rollback": False},
    }


@mend
def update_service_merges_deployment_configuration():
    """UpdateService replaces the whole deploymentConfiguration.

    On AWS members that the request leaves out keep their value (ECS API reference, UpdateService).
    """

    @around(EC2ContainerServiceBackend, "update_service")
    def update(original, self, properties):
        service = self._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
        if properties.get("deployment_configuration") is not None:
            live = getattr(service, "deployment_configuration", None) or {}
            properties["deployment_configuration"] = {**live, **properties["deployment_configuration"]}
        if properties.get("capacity_provider_strategy") is not None:
            properties["capacity_provider_strategy"] = fill_strategy(properties["capacity_provider_strategy"])
        return original(self, properties)


@mend
def services_read_back_normalised_placement():
    """placementStrategy comes back as it was sent.

    AWS answers `CPU` and `MEMORY` for binpack fields, and `instanceId` for `host`.
    """
    words = {"cpu": "CPU", "memory": "MEMORY", "host": "instanceId"}

    @around(EC2ContainerServiceResponse, "describe_services")
    def describe(original, self):
        answer = original(self)
        for service in answer.result["services"]:
            for item in getattr(service, "placement_strategy", None) or []:
                item["field"] = words.get(item.get("field"), item.get("field"))
        return answer


@mend
def a_new_service_is_settled():
    """A new service stays at runningCount 0 (or at one number for all services, MOTO_ECS_SERVICE_RUNNING).

    AWS starts its tasks; here they run at once and the first deployment is COMPLETED. A later deployment is not
    touched by this: see update_service_starts_a_deployment.
    """

    @around(EC2ContainerServiceBackend, "create_service")
    def create(original, self, *args, **kwargs):
        service = original(self, *args, **kwargs)
        service.running_count, service.pending_count = service.desired_count, 0
        for deployment in service.deployments:
            deployment.update(
                runningCount=service.desired_count, pendingCount=0, rolloutState="COMPLETED",
                rolloutStateReason=f"ECS deployment {deployment['id']} completed.")
        return service


@mend
def update_service_names_the_revision_by_arn():
    """UpdateService stores taskDefinition verbatim, `family:revision` or a family.

    AWS answers the full ARN with the revision (ECS API reference, Service.taskDefinition).
    """

    @around(EC2ContainerServiceBackend, "update_service")
    def update(original, self, properties):
        if properties.get("task_definition"):
            named = self.describe_task_definition(properties["task_definition"])
            properties["task_definition"] = named.arn
        return original(self, properties)


@mend
def update_service_starts_a_deployment():
    """A new task definition leaves the only deployment as it was, COMPLETED and with the old task definition.

    AWS puts a new PRIMARY deployment before it and makes the old one ACTIVE (ECS API reference, Deployment). That is
    as far as this goes: no task is started, so the new deployment stays IN_PROGRESS.
    """

    @around(EC2ContainerServiceBackend, "update_service")
    def update(original, self, properties):
        service = self._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
        before = {name: getattr(service, name, None) for name in STARTS}
        forced = properties.pop("force_new_deployment", False)
        running = service.running_count
        service = original(self, properties)
        primary = service.deployments[0]
        revision = self.describe_task_definition(service.task_definition).arn
        changed = any(getattr(service, name, None) != value for name, value in before.items())
        if forced or changed or revision != primary["taskDefinition"]:
            service.running_count = running
            _begin(service, revision, running)
        elif primary["rolloutState"] == "COMPLETED":
            primary.update(desiredCount=service.desired_count, runningCount=service.desired_count)
        else:
            primary.update(desiredCount=service.desired_count, pendingCount=service.desired_count)
            service.running_count, service.pending_count = running, service.desired_count
        return service


def _begin(service, revision, running):
    old = [item for item in service.deployments if item["runningCount"] > 0]
    for item in old:
        item["status"] = "ACTIVE"
    now, identity = utcnow(), f"ecs-svc/{mock_random.randint(0, 32**12)}"
    new = {
        **service.deployments[0], "id": identity, "status": "PRIMARY", "taskDefinition": revision, "createdAt": now,
        "updatedAt": now, "desiredCount": service.desired_count, "pendingCount": service.desired_count,
        "runningCount": 0, "failedTasks": 0, "rolloutState": "IN_PROGRESS",
        "rolloutStateReason": f"ECS deployment {identity} in progress.",
    }
    service.deployments = [new] + old
    service.pending_count = service.desired_count


@mend
def service_deployments_are_listed():
    """ListServiceDeployments, DescribeServiceDeployments and DescribeServiceRevisions are not implemented (HTTP 500).

    AWS keeps a service deployment for each deployment (ECS API reference, ServiceDeployment). Here it is derived from
    the deployment. Revisions are answered as AWS answers those older than its records: MISSING.
    """

    @adds(EC2ContainerServiceResponse, "list_service_deployments")
    def list_them(self):
        service = self.ecs_backend._get_service(self._get_param("cluster", "default"), _name(self._get_param("service")))
        found = [_service_deployment(service, item) for item in service.deployments]
        statuses = self._get_param("status", [])
        return ActionResult({"serviceDeployments": [item for item in found if not statuses or item["status"] in statuses]})

    @adds(EC2ContainerServiceResponse, "describe_service_deployments")
    def describe(self):
        services = self.ecs_backend.services.values()
        known = {found["serviceDeploymentArn"]: found for service in services
                 for found in (_service_deployment(service, item) for item in service.deployments)}
        arns = self._get_param("serviceDeploymentArns", [])
        failures = [{"arn": arn, "reason": "MISSING"} for arn in arns if arn not in known]
        return ActionResult({"serviceDeployments": [known[arn] for arn in arns if arn in known], "failures": failures})

    @adds(EC2ContainerServiceResponse, "describe_service_revisions")
    def describe_revisions(self):
        arns = self._get_param("serviceRevisionArns", [])
        return ActionResult({"serviceRevisions": [], "failures": [{"arn": arn, "reason": "MISSING"} for arn in arns]})


def _name(text):
    return text.split("/")[-1]


def _service_deployment(service, deployment):
    prefix, tail = service.arn.split(":service/")
    identity = deployment["id"].split("/")[-1]
    settled = deployment["rolloutState"] == "COMPLETED"
    revision = f"{prefix}:service-revision/{tail}/{identity}"
    return {
        "serviceDeploymentArn": f"{prefix}:service-deployment/{tail}/{identity}", "serviceArn": service.arn,
        "clusterArn": service.cluster_arn, "createdAt": deployment["createdAt"], "startedAt": deployment["createdAt"],
        "updatedAt": deployment["updatedAt"], "finishedAt": deployment["updatedAt"] if settled else None,
        "status": "SUCCESSFUL" if settled else "IN_PROGRESS", "targetServiceRevisionArn": revision,
        "targetServiceRevision": {
            "arn": revision, "requestedTaskCount": deployment["desiredCount"],
            "runningTaskCount": deployment["runningCount"], "pendingTaskCount": deployment["pendingCount"],
        },
        "deploymentConfiguration": getattr(service, "deployment_configuration", None),
    }
