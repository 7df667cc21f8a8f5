"""Waits for the servers that start.sh started, makes projects, users, roles and the catalogue, writes DIR/env.json.

Two projects share images with each other, a third is there to be changed by tests; in each a user with the role
"member". "guest" has a role that allows nothing; "stranger" has no role in any project. "auditor" is an administrator
of the first project.
"""
import json, os, secrets, sys, time, urllib.error, urllib.request

DIR, KEYSTONE, IMS, PLAIN = sys.argv[1], *(f"http://127.0.0.1:{port}" for port in sys.argv[2:5])
IDENTITY = KEYSTONE + "/v3"


def call(method, url, body=None, token=None):
    headers = {"Content-Type": "application/json", **({"X-Auth-Token": token} if token else {})}
    request = urllib.request.Request(url, json.dumps(body).encode() if body is not None else None, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
        return (json.loads(text) if text.strip() else {}), answer.headers


def wait_for(url):
    while True:  # start.sh sets the time limit
        try:
            return call("GET", url)
        except urllib.error.HTTPError as error:
            if error.code == 300:  # Glance's list of versions
                return None
        except OSError:
            pass
        time.sleep(0.1)


def sign_in(user, password, project):
    who = {"name": user, "password": password, "domain": {"id": "default"}}
    scope = {"project": {"name": project, "domain": {"id": "default"}}}
    body = {"auth": {"identity": {"methods": ["password"], "password": {"user": who}}, "scope": scope}}
    return call("POST", IDENTITY + "/auth/tokens", body)[1]["X-Subject-Token"]


wait_for(IDENTITY)
admin_password = os.environ["ADMIN_PASSWORD"]
admin = sign_in("admin", admin_password, "admin")


def make(kind, **body):
    return call("POST", f"{IDENTITY}/{kind}s", {kind: body}, admin)[0][kind]["id"]


def role(name):
    return call("GET", f"{IDENTITY}/roles?name={name}", token=admin)[0]["roles"][0]["id"]


def grant(project, user, role_id):
    call("PUT", f"{IDENTITY}/projects/{project}/users/{user}/roles/{role_id}", token=admin)


def person(name, password=None, **roles):
    """A user with a password of its own; roles: project name -> role id."""
    password = password or secrets.token_hex(16)
    user = make("user", name=name, password=password, domain_id="default")
    for project, role_id in roles.items():
        grant(projects[project], user, role_id)
    return {"name": name, "id": user, "password": password}


projects = {name: make("project", name=name, domain_id="default") for name in ("service", "alpha", "beta", "gamma", "empty")}
member, administrator, powerless = role("member"), role("admin"), make("role", name="powerless")
person("glance", os.environ["GLANCE_PASSWORD"], service=administrator)
users = {
    "admin": {"name": "admin", "password": admin_password},
    "alice": person("alice", alpha=member),
    "bob": person("bob", beta=member),
    "carol": person("carol", gamma=member),
    "erin": person("erin", empty=member),
    "guest": person("guest", alpha=powerless),
    "stranger": person("stranger"),
    "auditor": person("auditor", alpha=administrator),
}
image_service = make("service", type="image", name="glance")
make("region", id="plain-1")
for region, url in (("ims-1", IMS), ("plain-1", PLAIN)):
    for interface in ("public", "internal", "admin"):
        make("endpoint", service_id=image_service, interface=interface, region_id=region, url=url)
for url in (IMS, PLAIN):
    wait_for(url)

environment = {"identity": IDENTITY, "ims": IMS, "plain": PLAIN, "projects": projects, "users": users}
with open(os.path.join(DIR, "env.json.new"), "w") as file:
    json.dump(environment, file, indent=2)
os.rename(os.path.join(DIR, "env.json.new"), os.path.join(DIR, "env.json"))
