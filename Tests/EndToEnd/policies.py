"""What a CloudFormation template's roles may do: enough of its functions, and IAM's rules for statements that allow."""
import fnmatch
import re

import yaml

ACCOUNT, REGION = "123456789012", "eu-west-1"
PSEUDO = {"AWS::AccountId": ACCOUNT, "AWS::Region": REGION, "AWS::Partition": "aws", "AWS::NoValue": None}


class Template:
    """A template whose parameters stand at their defaults, or at what is given."""

    def __init__(self, text, **parameters):
        self.body = yaml.safe_load(text)
        self.parameters = {
            name: self.parameter(entry, parameters.get(name, entry.get("Default")))
            for name, entry in self.body.get("Parameters", {}).items()
        }

    @staticmethod
    def parameter(entry, value):
        return value.split(",") if entry["Type"] == "CommaDelimitedList" else value

    def resource(self, name):
        return self.resolve(self.body["Resources"][name]["Properties"])

    def statements(self, role):
        """Every statement of the role's policies."""
        properties = self.body["Resources"][role]["Properties"]
        attached = [self.resource(policy["Ref"])["PolicyDocument"] for policy in properties.get("ManagedPolicyArns", [])]
        inline = [policy["PolicyDocument"] for policy in self.resolve(properties.get("Policies", []))]
        return [statement for document in attached + inline for statement in document["Statement"]]

    def resolve(self, node):
        if isinstance(node, list):
            return [item for item in map(self.resolve, node) if item is not None]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (name, argument), = node.items()
            if name == "Ref" or name.startswith("Fn::"):
                return getattr(self, "fn_" + name.removeprefix("Fn::").lower())(argument)
        return {name: value for name, value in ((name, self.resolve(value)) for name, value in node.items()) if value is not None}

    def fn_ref(self, name):
        if name in PSEUDO:
            return PSEUDO[name]
        return self.parameters[name] if name in self.parameters else name

    def fn_sub(self, text):
        return re.sub(r"\$\{([^}]+)\}", lambda match: self.fn_ref(match[1]), text)

    def fn_join(self, argument):
        return argument[0].join(self.resolve(argument[1]))

    def fn_equals(self, argument):
        return self.resolve(argument[0]) == self.resolve(argument[1])

    def fn_not(self, argument):
        return not self.resolve(argument[0])

    def fn_if(self, argument):
        return self.resolve(argument[1] if self.resolve(self.body["Conditions"][argument[0]]) else argument[2])

    def fn_getatt(self, argument):
        kind, properties = self.body["Resources"][argument[0]]["Type"], self.resource(argument[0])
        return {
            "AWS::DynamoDB::Table": lambda: f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{properties['TableName']}",
            "AWS::SQS::Queue": lambda: f"arn:aws:sqs:{REGION}:{ACCOUNT}:{properties['QueueName']}",
            "AWS::Events::Rule": lambda: f"arn:aws:events:{REGION}:{ACCOUNT}:rule/{properties['Name']}",
            "AWS::IAM::Role": lambda: f"arn:aws:iam::{ACCOUNT}:role/{properties['RoleName']}",
        }[kind]()


def allows(statements, action, resource, context=None):
    """Whether a call is allowed; what nothing allows is denied."""
    context = {name.lower(): value for name, value in (context or {}).items()}
    return any(covers(statement, action, resource, context) for statement in statements)


def covers(statement, action, resource, context):
    return (
        statement["Effect"] == "Allow"
        and any(like(pattern.lower(), action.lower()) for pattern in texts(statement["Action"]))
        and any(like(pattern, resource) for pattern in texts(statement["Resource"]))
        and all(
            holds(operator, context.get(key.lower()), texts(wanted))
            for operator, entries in statement.get("Condition", {}).items()
            for key, wanted in entries.items()))


def holds(operator, value, wanted):
    if operator.endswith("IfExists"):
        return value is None or holds(operator.removesuffix("IfExists"), value, wanted)
    if value is None:
        return False
    compare = {
        "StringEquals": str.__eq__, "ArnEquals": like, "ArnLike": like, "StringLike": like,
        "Bool": lambda text, value: text.lower() == value.lower(),
    }[operator]
    return any(compare(text, value) for text in wanted)


def like(pattern, text):
    """`*` and `?`; nothing else is special."""
    return fnmatch.fnmatchcase(text, pattern.replace("[", "[[]"))


def texts(value):
    return value if isinstance(value, list) else [value]
