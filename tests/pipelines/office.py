"""LibreOffice as a program that converts documents."""
import os
import shutil
import signal
import subprocess

program = shutil.which("soffice") or shutil.which("libreoffice")


def convert(kind, folder, documents, work):
    """Whether it came to an end. It was seen to hang when it starts beside other programs: then it is given up after a
    while, its children too, and started anew with another profile."""
    for attempt in range(3):
        office = subprocess.Popen([program, "-env:UserInstallation=file://%s/profile%d" % (work, attempt), "--headless",
                                   "--convert-to", kind, "--outdir", folder] + documents,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            office.wait(timeout=90)
            return True
        except subprocess.TimeoutExpired:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()
    return False
