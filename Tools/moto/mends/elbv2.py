"""Load balancers, listeners, rules and target groups."""
from moto.elbv2.models import ELBv2Backend, FakeAction, FakeLoadBalancer, FakeTargetGroup

from . import around, mend

LOAD_BALANCER_ATTRIBUTES = {
    "access_logs.s3.enabled": "false", "access_logs.s3.bucket": "", "access_logs.s3.prefix": "",
    "client_keep_alive.seconds": "3600", "connection_logs.s3.enabled": "false", "connection_logs.s3.bucket": "",
    "connection_logs.s3.prefix": "", "deletion_protection.enabled": "false", "health_check_logs.s3.enabled": "false",
    "idle_timeout.timeout_seconds": "60", "load_balancing.cross_zone.enabled": "true",
    "routing.http.desync_mitigation_mode": "defensive", "routing.http.drop_invalid_header_fields.enabled": "false",
    "routing.http.preserve_host_header.enabled": "false",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
    "routing.http.xff_client_port.enabled": "false", "routing.http.xff_header_processing.mode": "append",
    "routing.http2.enabled": "true", "waf.fail_open.enabled": "false", "zonal_shift.config.enabled": "false",
}
TARGET_GROUP_ATTRIBUTES = {
    "deregistration_delay.timeout_seconds": "300", "slow_start.duration_seconds": "0", "stickiness.enabled": "false",
    "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.duration_seconds": "86400", "stickiness.app_cookie.cookie_name": "",
    "load_balancing.algorithm.type": "round_robin", "load_balancing.algorithm.anomaly_mitigation": "off",
    "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
}
REDIRECT = {"Protocol": "#{protocol}", "Port": "#{port}", "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}"}
CONDITIONS = {"host-header": "HostHeaderConfig", "path-pattern": "PathPatternConfig"}


@mend
def load_balancers_have_all_attributes():
    """A new load balancer has 4 attributes.

    An Application Load Balancer has about 20, with the defaults of its guide (ELBv2, LoadBalancerAttribute).
    """

    @around(FakeLoadBalancer, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        if self.type == "application":
            self.attrs = dict(LOAD_BALANCER_ATTRIBUTES)


@mend
def target_groups_have_all_attributes():
    """A new target group has 7 attributes, one of which target groups do not have.

    The rest and their defaults are in its guide (ELBv2, TargetGroupAttribute).
    """

    @around(FakeTargetGroup, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        if self.protocol in ("HTTP", "HTTPS"):
            self.attributes = dict(TARGET_GROUP_ATTRIBUTES)


@mend
def redirects_are_filled_in():
    """What a redirect leaves out stays missing.

    AWS answers the placeholders that keep the request's own part (ELBv2, RedirectActionConfig).
    """

    @around(FakeAction, "__init__")
    def init(original, self, data):
        if data.get("Type") == "redirect":
            data = {**data, "RedirectConfig": {**REDIRECT, **data.get("RedirectConfig", {})}}
        original(self, data)


@mend
def forwards_are_given_in_both_forms():
    """An action that forwards to one target group comes back only in the form in which it was sent.

    AWS answers TargetGroupArn and ForwardConfig, and an Order (ELBv2, Action).
    """

    @around(FakeAction, "__init__")
    def init(original, self, data):
        if data.get("Type") == "forward":
            data = {"Order": 1, **data}
            if "ForwardConfig" not in data:
                data["ForwardConfig"] = {"TargetGroups": [{"TargetGroupArn": data["TargetGroupArn"]}]}
            groups = data["ForwardConfig"].get("TargetGroups", [])
            if len(groups) == 1:
                data["TargetGroupArn"] = groups[0]["TargetGroupArn"]
        original(self, data)


@mend
def conditions_are_given_in_both_forms():
    """A host or path condition comes back only in the form in which it was sent.

    AWS answers Values and the field's own configuration (ELBv2, RuleCondition).
    """

    @around(ELBv2Backend, "_validate_conditions")
    def validate(original, self, conditions):
        original(self, conditions)
        for condition in conditions:
            member = CONDITIONS.get(condition.get("Field"))
            if member is None:
                continue
            values = condition.get("Values") or condition.get(member, {}).get("Values", [])
            condition["Values"] = values
            condition[member] = {**condition.get(member, {}), "Values": values}
