"""Each function's code, settings and layers agree with what the template says of it."""

from dataclasses import fields
from importlib import import_module

import pytest

from tests.template.stack import FUNCTIONS, ROOT, layers_of, resources, source
from warmline import settings

COMMON = ["CoreLayer", "DependenciesLayer", "ContentLayer"]
VENDORS = {
    "SmsWebhook": ["TwilioLayer"],
    "SlackWebhook": ["SlackLayer"],
    "DeliverMessage": ["TwilioLayer", "SlackLayer"],
    "TakeTurn": ["MeaningLayer", "OpenAILayer"],
}


def test_a_functions_folder_and_its_logical_id_share_one_name() -> None:
    handlers = {n: f["Handler"] for n, f in resources("AWS::Lambda::Function").items()}
    folders = {path.parent.name for path in ROOT.glob("functions/*/app.py")}

    assert handlers == {n: f"functions.{folder}.app.handler" for n, folder in FUNCTIONS.items()}
    assert folders == set(FUNCTIONS.values())


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_every_handler_imports(function: str) -> None:
    module, _, name = resources("AWS::Lambda::Function")[function]["Handler"].rpartition(".")

    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_environment_variables_and_settings_are_the_same(function: str) -> None:
    variables = resources("AWS::Lambda::Function")[function]["Environment"]["Variables"]
    read = {field.name.upper() for field in fields(getattr(settings, f"{function}Settings"))}

    assert set(variables) == read


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_a_function_has_the_layers_of_the_vendors_that_it_talks_to(function: str) -> None:
    layers = layers_of(function)

    assert sorted(layers) == sorted(COMMON + VENDORS.get(function, []))
    assert len(layers) <= 5


def test_the_model_of_meaning_can_be_left_out() -> None:
    turned_off = {"Fn::If": ["ReadsMeaning", {"Ref": "MeaningLayer"}, {"Ref": "AWS::NoValue"}]}
    function = source()["Resources"]["TakeTurn"]["Properties"]

    assert turned_off in function["Layers"]
    assert function["Environment"]["Variables"]["MEANING"] == {"Ref": "Meaning"}
    assert source()["Resources"]["MeaningLayer"]["Condition"] == "ReadsMeaning"
    assert source()["Conditions"]["ReadsMeaning"] == {"Fn::Equals": [{"Ref": "Meaning"}, "on"]}


def test_functions_and_layers_are_for_one_architecture_and_python() -> None:
    functions = resources("AWS::Lambda::Function").values()
    built = [r for r in source()["Resources"].values() if "BuildMethod" in r.get("Metadata", {})]

    assert {str(f["Architectures"]) for f in functions} == {str([{"Ref": "Architecture"}])}
    assert {f["Runtime"] for f in functions} == {"python3.13"}
    assert {r["Metadata"]["BuildMethod"] for r in built} == {"python3.13"}
    assert {str(r["Metadata"]["BuildArchitecture"]) for r in built} == {
        str({"Ref": "Architecture"})
    }
