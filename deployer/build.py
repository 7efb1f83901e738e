"""Build what is deployed: content, then the SAM CLI's build, then byte-code for all of it.

`python -m deployer.build` is what `make build` and `warmline up` run. Two clean builds of the same
source are byte for byte the same.
"""

import compileall
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from py_compile import PycInvalidationMode

import click

from deployer.errors import CannotContinue
from deployer.places import ROOT, tool

CONTENT = ROOT / "build" / "content"
DEFAULT_BUILD_DIR = ROOT / ".aws-sam" / "build"


@click.command()
@click.option("--architecture", type=click.Choice(["arm64", "x86_64"]), default="arm64")
@click.option("--build-dir", type=click.Path(path_type=Path), default=DEFAULT_BUILD_DIR)
@click.option("--cache-dir", type=click.Path(path_type=Path), default=ROOT / ".aws-sam" / "cache")
def build(architecture: str, build_dir: Path, cache_dir: Path) -> None:
    """Build template.yaml for one processor architecture."""
    build_stack(architecture, build_dir=build_dir.absolute(), cache_dir=cache_dir.absolute())
    click.echo(f"Built for {architecture}: {build_dir}", err=True)


def build_stack(architecture: str, *, build_dir: Path, cache_dir: Path) -> None:
    """Compile the content, build functions and layers, add byte-code."""
    compile_content()
    run_sam_build(architecture, build_dir=build_dir, cache_dir=cache_dir)
    narrow_architecture(build_dir / "template.yaml", architecture)
    compile_artifacts(build_dir)


def compile_content() -> None:
    """Fill the folder of the content layer, which SAM packs as it stands."""
    if find_spec("deployer.compile_content") is None:
        package = CONTENT / "python" / "warmline_content"
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
        return
    run_step([sys.executable, "-m", "deployer.compile_content", str(CONTENT)], "the content")


def run_sam_build(architecture: str, *, build_dir: Path, cache_dir: Path) -> None:
    """Run `sam build`: BuildArchitecture of the layers is this same parameter."""
    command = [
        *(str(tool("sam")), "build", "--template-file", str(ROOT / "template.yaml")),
        *("--build-dir", str(build_dir), "--cached", "--cache-dir", str(cache_dir)),
        *("--parallel", "--parameter-overrides", f"Architecture={architecture}"),
    ]
    run_step(command, "sam build")


def run_step(command: list[str], what: str) -> None:
    """Run one step from the root of the checkout; its output is for people, on standard error."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    quiet = {"SAM_CLI_TELEMETRY": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    ended = subprocess.run(  # noqa: S603 - our own commands, no shell
        command, cwd=ROOT, env={**os.environ, **quiet, "PATH": path}, stdout=sys.stderr, check=False
    )
    if ended.returncode:
        raise CannotContinue(
            f"{what} could not be built (exit code {ended.returncode}); see above."
        )


def narrow_architecture(template: Path, architecture: str) -> None:
    """Let the built template be deployed for the architecture that it was built for, only."""
    parameter = re.compile(r"(  Architecture:\n)((?:    .*\n|\n)+)")
    narrowed = (
        f"    Type: String\n    Default: {architecture}\n    AllowedValues: [{architecture}]\n"
    )
    text, found = parameter.subn(rf"\g<1>{narrowed}", template.read_text(encoding="utf-8"), count=1)
    if not found:
        raise CannotContinue("The built template has no parameter Architecture to narrow.")
    template.write_text(text, encoding="utf-8")


def compile_artifacts(build_dir: Path) -> None:
    """Add byte-code, since SAM ships none and Lambda's code folders are read-only.

    It is not checked against the source, whose dates do not survive the packing, and it names the
    paths of Lambda, so that a traceback there shows its lines.
    """
    folders = [folder for folder in sorted(build_dir.iterdir()) if folder.is_dir()]
    for folder in [*folders, CONTENT]:
        compiled = compileall.compile_dir(
            folder,
            quiet=1,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
            stripdir=str(folder),
            prependdir="/opt" if (folder / "python").is_dir() else "/var/task",
        )
        if not compiled:
            raise CannotContinue(f"{folder.name} holds Python that does not compile; see above.")


if __name__ == "__main__":
    build()
