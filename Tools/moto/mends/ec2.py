"""Launch templates."""
from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.utils import parse_user_data

from . import around, mend


@mend
def launch_template_versions_launch_with_user_data():
    """Launching from a version that CreateLaunchTemplateVersion made with UserData is an assertion (HTTP 500).

    On AWS every version launches (EC2 API reference, CreateLaunchTemplateVersion).
    """

    @around(LaunchTemplate, "create_version")
    def create(original, self, data, description):
        if isinstance(data.get("UserData"), (str, bytes)):
            data = {**data, "UserData": parse_user_data(data["UserData"])}
        return original(self, data, description)


@mend
def launch_template_tags_stay_out_of_its_data():
    """The tags of the template itself are written into the template's data.

    On AWS they are the template's own, and its data holds only what the request's data held (CreateLaunchTemplate).
    """

    @around(LaunchTemplate, "create_version")
    def create(original, self, data, description):
        if "TagSpecifications" in data:
            kept = [item for item in data["TagSpecifications"] if item.get("ResourceType") != "launch-template"]
            data = {name: value for name, value in data.items() if name != "TagSpecifications"}
            if kept:
                data["TagSpecifications"] = kept
        return original(self, data, description)
