"""The steps that bring a whole line up on this machine, in order, each undone by the exit stack."""

from contextlib import ExitStack
from dataclasses import asdict, dataclass

from deployer.secret_store import SecretStore
from deployer.up import build, prerequisites
from deployer.up.agents import put_first_agents
from deployer.up.aws import Aws
from deployer.up.engine import Engine, require_free_port, running_engine
from deployer.up.outside import Outside, outside
from deployer.up.progress import Progress
from deployer.up.settings import LocalSettings
from deployer.up.stack import SECRET, Addresses, Stack, deploy, http_url, parameters
from deployer.up.sweeps import sweeping
from deployer.up.warm import call_each_once, find_functions


@dataclass(frozen=True, slots=True)
class Line:
    """A line that takes traffic."""

    engine: Engine
    outside: Outside
    stack: Stack


def bring_up(
    settings: LocalSettings, progress: Progress, started: ExitStack, chat_origins: tuple[str, ...]
) -> Line:
    """Start everything but the page; `started` stops it, in the opposite order."""
    prepare(settings, progress)
    with progress.step("Starting the local AWS engine", "Local AWS engine"):
        engine = started.enter_context(running_engine(settings.port))
        world = started.enter_context(outside(settings, http_url(settings.port)))
    aws = Aws(engine)
    addresses = Addresses(
        world.slack_api_url, world.twilio_api_url, world.tools_base_url, chat_origins
    )
    with progress.step("Deploying the stack", "Deployed with `sam deploy`"):
        SecretStore(aws.secrets, SECRET).create(asdict(settings.credentials))
        with build.build_lock(shared=True):
            stack = deploy(engine, aws, parameters(settings, engine, addresses))
    if settings.asks_model:
        where = settings.openai_base_url or "OpenAI"
        progress.say(f"The bot asks {settings.openai_model} at {where}: OPENAI_API_KEY is set.")
    put_first_agents(aws.open_store(stack.table), settings, is_sandbox=world.slack is not None)
    with progress.step("Calling every function once", "Every function answers"):
        functions = find_functions(aws)
        call_each_once(aws, functions, stack.http_url, engine.log)
    started.enter_context(sweeping(aws, functions["sweep_deadlines"], settings.sweep_seconds))
    return Line(engine, world, stack)


def prepare(settings: LocalSettings, progress: Progress) -> None:
    """See that everything is there that a stack is made of, and make what can be made."""
    prerequisites.check_prerequisites()
    require_free_port(settings.port)
    if not prerequisites.is_engine_installed():
        with progress.step("Installing the local AWS engine", "Local AWS engine installed"):
            prerequisites.install_engine()
    with build.build_lock(shared=False):
        if build.is_fresh():
            return
        with progress.step("Building with the SAM CLI", "Built with `sam build`"):
            build.build()
