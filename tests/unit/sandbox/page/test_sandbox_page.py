from http.client import HTTPConnection

from sandbox.page.sandbox_page import Panes, SandboxPage


def test_the_page_frames_the_panes_and_nothing_else() -> None:
    panes = Panes("http://127.0.0.1:1/phone", "http://127.0.0.1:2/?a=1&b=2", "http://127.0.0.1:3/")
    page = SandboxPage(panes)
    page.start()
    connection = HTTPConnection(page.url.removeprefix("http://"), timeout=5)
    connection.request("GET", "/")
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    page.stop()

    assert 'src="http://127.0.0.1:1/phone"' in text
    assert 'src="http://127.0.0.1:2/?a=1&amp;b=2"' in text
    assert 'src="http://127.0.0.1:3/"' in text
    assert 'data-src="http://127.0.0.1:3/?as=U0BEN00002&amp;pane=2"' in text
    assert 'data-src="http://127.0.0.1:3/?as=U0LEA00003&amp;pane=3"' in text
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-src http://127.0.0.1:1 http://127.0.0.1:2 http://127.0.0.1:3;" in policy
    assert "default-src 'none'" in policy
