"""Gaps of moto 5.2.1, each mended by one function.

A gap is mended only when it makes a converged stack look different from AWS, or makes a call fail that a pass makes.
What AWS does is taken from its API reference and user guides; each mend says where. Gaps that stay are in ../README.md.
"""
import functools

MENDS = {}


def mend(function):
    """Registers a mend under its name; `apply` runs it once, before the first request."""
    MENDS[function.__name__] = function
    return function


def around(owner, name):
    """Replaces `owner.name` by the decorated function, which is given the original first."""

    def install(wrapper):
        original = getattr(owner, name)

        @functools.wraps(original)
        def method(self, *args, **kwargs):
            return wrapper(original, self, *args, **kwargs)

        setattr(owner, name, method)
        return wrapper

    return install


def adds(owner, name):
    """Gives `owner` an operation that moto lacks: it finds operations by method name."""

    def install(function):
        setattr(owner, name, function)
        return function

    return install


def apply(without=()):
    """Applies every mend but those named in `without` (`all` leaves moto as it is)."""
    from . import applicationautoscaling, autoscaling, ec2, ecs_clusters, ecs_services, elbv2  # noqa: F401

    unknown = set(without) - set(MENDS) - {"all"}
    if unknown:
        raise SystemExit(f"no such mend: {', '.join(sorted(unknown))}")
    for name, function in MENDS.items():
        if "all" not in without and name not in without:
            function()
