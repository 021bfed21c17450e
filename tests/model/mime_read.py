"""What Python's email package reads in a message: one line for each thing it found, and every defect it sees."""
import email
import email.header
import email.policy
import email.utils
import hashlib
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)
# The policy's own reader puts a blank between two encoded words of a name, which RFC 2047 forbids: names are read by the
# older reader, and must agree with the newer one but for such blanks.
with open(sys.argv[1], "rb") as file:
    plain = email.message_from_binary_file(file, policy=email.policy.compat32)
for field in ("from", "to"):
    read = [(str(email.header.make_header(email.header.decode_header(name))), address)
            for name, address in email.utils.getaddresses([plain[field]])]
    for (name, address), other in zip(read, message[field].addresses, strict=True):
        print(f"{field}|{name}|{address}")
        if address != other.addr_spec or name.replace(" ", "") != other.display_name.replace(" ", ""):
            print(f"defect|{field}|{name}, {address} or {other}?")
print(f"subject|{message['subject']}")
print(f"date|{message['date'].datetime.isoformat()}")
print(f"headers|{' '.join(message.keys())}")
print(f"type|{message.get_content_type()}")
for part in message.walk():
    found = list(part.defects) + [defect for value in part.values() for defect in getattr(value, "defects", ())]
    for defect in found:
        print(f"defect|{part.get_content_type()}|{defect!r}")
    if part.is_multipart():
        continue
    name = part.get_filename() or ""
    content = part.get_content()
    if isinstance(content, str):
        print(f"text|{part.get('content-language', '')}|{name}|{content!a}")
    else:
        print(f"file|{part.get_content_type()}|{name}|{len(content)}|{hashlib.sha256(content).hexdigest()}")
