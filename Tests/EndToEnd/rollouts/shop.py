"""A service on Spot instances behind a load balancer, as manifests in Git; a deployment is a commit."""
import time

import yaml

import lab

SPEED = ["--speed", "60", "--seed", "5", "--start", "2026-03-02T08:00:00Z"]
STATUS = "neap/status/production"
ENVIRONMENT = """
apiVersion: neap/v1
kind: Environment
metadata: {name: production}
spec:
  paths: [production]
  aws: {region: eu-west-1}
  owner: example.com/shop
  drift: correct
  correctAfter: 0s
  interval: 10s
"""
CAPACITY = """
apiVersion: neap/v1
kind: Cluster
metadata: {name: shop}
spec: {capacityProviders: [pool]}
---
apiVersion: neap/v1
kind: LaunchTemplate
metadata: {name: pool}
spec:
  imageId: {ssm: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}
  instanceType: %(type)s
  iamInstanceProfile: {name: ecsInstanceRole}
  ecsConfig: {cluster: shop, spotInstanceDraining: true}
---
apiVersion: neap/v1
kind: AutoScalingGroup
metadata: {name: pool}
spec:
  minSize: %(instances)d
  maxSize: %(most)d
  vpcZoneIdentifier: [{tags: {Tier: private, Stack: demo-api}}]
  newInstancesProtectedFromScaleIn: true
  mixedInstancesPolicy:
    launchTemplate:
      launchTemplateSpecification: {launchTemplateName: pool}
      overrides: [{instanceType: %(type)s}]
    instancesDistribution: {onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0}
---
apiVersion: neap/v1
kind: CapacityProvider
metadata: {name: pool}
spec:
  autoScalingGroupProvider:
    autoScalingGroup: pool
    managedScaling: {status: ENABLED, targetCapacity: 100, instanceWarmupPeriod: 60}
    managedTerminationProtection: ENABLED
    managedDraining: ENABLED
"""
BALANCER = """
apiVersion: neap/v1
kind: LoadBalancer
metadata: {name: shop}
spec:
  subnets: [{tags: {Tier: public, Stack: demo-api}}]
  securityGroups: [{tags: {Name: demo-alb}}]
  listeners:
    - {port: 80, protocol: HTTP, defaultActions: [{type: forward, targetGroup: shop}]}
---
apiVersion: neap/v1
kind: TargetGroup
metadata: {name: shop}
spec:
  protocol: HTTP
  port: 80
  vpcId: {tags: {Name: demo}}
  healthCheckPath: /healthz
  healthCheckIntervalSeconds: 10
  healthCheckTimeoutSeconds: 5
  healthyThresholdCount: 2
  unhealthyThresholdCount: 2
  attributes: {deregistration_delay.timeout_seconds: 10}
"""
SERVICE = """
apiVersion: neap/v1
kind: Service
metadata: {name: shop}
policy: {%(policy)s}
spec:
  cluster: shop
  %(count)s
  capacityProviderStrategy: [{capacityProvider: pool, weight: 1}]
  taskDefinition:
    family: shop
    containerDefinitions:
      - name: shop
        image: %(image)s
        cpu: %(cpu)d
        memory: 256
        stopTimeout: 5
        portMappings: [{containerPort: 8080, hostPort: 0}]
  deploymentConfiguration:
    minimumHealthyPercent: %(minimum)d
    maximumPercent: %(maximum)d
    deploymentCircuitBreaker: {enable: %(breaker)s, rollback: %(breaker)s}
  healthCheckGracePeriodSeconds: 10
  loadBalancers: [{targetGroup: shop, containerName: shop, containerPort: 8080}]
"""
# What is wrong with images, by their tags.
IMAGES = """
apiVersion: neap/v1
kind: Scenario
metadata: {name: images}
spec:
  region: eu-west-1
  timings: {imagePull: 5s to 15s}
  images:
    - {image: "shop:missing*", failsToPull: true}
    - {image: "shop:crashing*", crashesAfter: 5s, exitCode: 1}
    - {image: "shop:sick*", unhealthyAfter: 0s, unhealthyStatus: 503}
    - {image: "shop:late*", crashesAfter: 4m, exitCode: 1}
"""


class Shop:
    """The stack in Git, made and settled in an AWS of its own."""

    def __init__(self, folder, aws, **settings):
        self.aws, self.forge = aws, lab.Forge(folder)
        self.neap = lab.Neap(folder, aws.endpoint)
        self.settings = {
            "image": "shop:1", "desired": 4, "minimum": 50, "maximum": 150, "breaker": True, "instances": 3, "most": 6,
            "type": "m5.large", "cpu": 256, "policy": "", **settings}
        aws.seed()
        aws.post("/_neap/scenario?region=eu-west-1", IMAGES.encode())
        self.write()
        self.commit = self.forge.push("The shop")
        ended = self.apply()
        assert ended.code == 0, ended.err
        assert self.revision() == 1

    def write(self, **changes):
        self.settings.update(changes)
        found = dict(self.settings)
        found["breaker"] = str(found["breaker"]).lower()
        found["count"] = f"desiredCount: {found['desired']}" if found["desired"] else "schedulingStrategy: DAEMON"
        self.forge.write("neap.yaml", ENVIRONMENT)
        self.forge.write("production/capacity.yaml", CAPACITY % found)
        self.forge.write("production/balancer.yaml", BALANCER)
        self.forge.write("production/shop.yaml", SERVICE % found)

    def push(self, message=None, **changes):
        """Commits a change of the settings."""
        self.write(**changes)
        self.commit = self.forge.push(message or ", ".join(f"{key} {value}" for key, value in changes.items()))
        return self.commit

    def apply(self, *options, timeout=120):
        """`neap apply` on the forge's main, to its end."""
        self.mark = self.aws.mark()
        return self.neap(
            "apply", "--repo", self.forge.url, "--ref", lab.REF, "--yes", "--timeout", timeout, *options,
            timeout=timeout + 60)

    def deploy(self, image, *options, **how):
        self.push(image=image)
        return self.apply(*options, **how)

    def run(self):
        """`neap run`, as a process."""
        return self.neap.start("run", "--repo", self.forge.url, "--ref", lab.REF)

    # What AWS says.

    def service(self):
        return self.aws.client("ecs").describe_services(cluster="shop", services=["shop"])["services"][0]

    def revision(self):
        """The revision that ECS works towards."""
        primary = next(item for item in self.service()["deployments"] if item["status"] == "PRIMARY")
        return int(primary["taskDefinition"].split(":")[-1])

    def running(self, revision):
        """How many tasks of a revision run."""
        return sum(
            item["runningCount"] for item in self.service()["deployments"]
            if item["taskDefinition"].endswith(f":{revision}"))

    def writes(self, operation):
        return self.aws.writes(self.mark).count(operation)

    # What Git says.

    def told(self, path):
        return yaml.safe_load(self.forge.show(path))

    def condition(self, kind="Ready", resource="Service/shop"):
        """A resource's condition as `(status, reason)`, None without one."""
        found = self.told(f"resources/{resource}.yaml")["conditions"]
        return next(((item["status"], item["reason"]) for item in found if item["type"] == kind), None)

    def attempts(self, revision):
        path = f"rollouts/shop/{revision}.yaml"
        return self.told(path)["attempts"] if path in self.forge.files() else []

    def results(self, revision):
        return [attempt["result"] for attempt in self.attempts(revision)]

    def result(self):
        """The trailer `Neap-Result` of the newest status commit."""
        form = "%(trailers:key=Neap-Result,valueonly,separator=%x2C)"
        return self.forge.history(form=form).split("\n")[0]

    def quarantined(self):
        return [item["revision"] for item in self.told("status.yaml")["quarantine"]]

    def never_told(self, *words):
        """True when no status commit claims one of these of the newest revision."""
        return not any(word in self.forge.history(form="%s") for word in words)


def until(what, seconds=60):
    """Waits for something to become true; gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")
