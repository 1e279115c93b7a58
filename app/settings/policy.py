"""What IT has fixed: read from a TOML file (and, on Windows, from the registry's policy key).

A wrong line is told and passed over; the others hold. A policy file:

    [settings]
    language = "vi"

    [[office]]
    id = "thanh-uy"
    name = "Thành ủy"
    form = "party"
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.errors import KnownError
from app.marking import N_
from app.minutes.text import clean
from app.settings.declared import SETTINGS
from app.settings.setting import fits

if TYPE_CHECKING:
    from app.minutes.office import Office


class Policy(NamedTuple):
    """What is fixed, from where (for the user to see), the profiles, and what could not be read."""

    values: Mapping[str, object] = {}
    origins: Mapping[str, str] = {}
    offices: Sequence["Office"] = ()
    problems: Sequence[KnownError] = ()

    def over(self, other: "Policy") -> "Policy":
        """This policy with `other` below it: what both fix is as this one says."""
        mine = {office.id for office in self.offices}
        return Policy(
            {**other.values, **self.values},
            {**other.origins, **self.origins},
            (*self.offices, *(office for office in other.offices if office.id not in mine)),
            (*self.problems, *other.problems),
        )


def read_policy(path: Path, is_its: Callable[[int], bool] = lambda _file: True) -> Policy:
    """The policy in a file; nothing is fixed where there is none, or where the open file (its
    descriptor) is not IT's."""
    try:
        with path.open("rb") as file:
            import tomllib  # most computers have no policy

            if not is_its(file.fileno()):
                return Policy(problems=(_of_another(path),))
            tree = tomllib.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return Policy()
    except OSError as error:
        return unread(path, error)
    except ValueError as error:  # not TOML, not UTF-8
        return unread(path, error)
    return policy_from(tree, str(path))


def policy_from(tree: Mapping[str, object], origin: str) -> Policy:
    """The policy that a tree of tables says; `origin` tells people where it comes from."""
    tree = _clean(tree)
    settings, offices = tree.get("settings", {}), tree.get("office", [])
    problems = [_unknown(name, origin) for name in tree if name not in ("settings", "office")]
    values, more = _values(settings if isinstance(settings, dict) else {}, origin)
    found, others = _offices(offices if isinstance(offices, list) else [], origin)
    return Policy(values, dict.fromkeys(values, origin), tuple(found), (*problems, *more, *others))


def _values(given: Mapping[str, object], origin: str) -> tuple[dict[str, object], list[KnownError]]:
    values: dict[str, object] = {}
    problems = []
    for key, value in given.items():
        setting = SETTINGS.get(key)
        if setting is None:
            problems.append(_unknown(key, origin))
        elif not fits(setting, value):
            problems.append(
                KnownError(
                    N_("The policy {path} gives “{key}” the value {value}, which it cannot have."),
                    path=origin,
                    key=key,
                    value=value,
                )
            )
        else:
            values[key] = value
    return values, problems


def _offices(given: Sequence[object], origin: str) -> tuple[list["Office"], list[KnownError]]:
    if not given:
        return [], []
    import msgspec

    from app.minutes.office import Office

    offices, problems = [], []
    for number, tree in enumerate(given, 1):
        try:
            offices.append(msgspec.convert(_with_ids(tree, f"policy-{number}"), Office))
        except msgspec.ValidationError as error:
            problems.append(
                KnownError(
                    N_("Office {number} in the policy {path} is wrong: {reason}."),
                    number=number,
                    path=origin,
                    reason=error,
                )
            )
    return offices, problems


def _with_ids(tree: object, item_id: str) -> object:
    """People who write a policy give no ids to signatories: they are numbered here."""
    if not isinstance(tree, dict):
        return tree
    own = str(tree.get("id", item_id))
    return {"id": own, **dict(_children(tree, own))}


def _children(tree: Mapping[str, object], own: str) -> Iterator[tuple[str, object]]:
    for name, value in tree.items():
        if isinstance(value, list):
            yield name, [_with_ids(part, f"{own}-{name}-{at}") for at, part in enumerate(value, 1)]
        else:
            yield name, value


def _clean(tree: Mapping[str, object]) -> dict[str, object]:
    """Text as the record keeps it, whatever wrote the file."""
    return {name: _clean_part(part) for name, part in tree.items()}


def _clean_part(part: object) -> object:
    if isinstance(part, str):
        return clean(part)
    if isinstance(part, dict):
        return _clean(part)
    return [_clean_part(each) for each in part] if isinstance(part, list) else part


def _unknown(name: str, origin: str) -> KnownError:
    return KnownError(
        N_("The policy {path} speaks of “{key}”, which this program does not know."),
        path=origin,
        key=name,
    )


def _of_another(path: Path) -> KnownError:
    return KnownError(
        N_(
            "The policy {path} does not hold: it does not belong to an administrator of this"
            " computer."
        ),
        path=path,
    )


def unread(path: Path | str, reason: Exception) -> Policy:
    """The policy that a place gives which cannot be read: it fixes nothing, and says so."""
    problem = KnownError(
        N_("The policy {path} cannot be read, and nothing of it holds: {reason}."),
        path=path,
        reason=reason,
    )
    return Policy(problems=(problem,))
