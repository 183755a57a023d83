"""Pure computing core of SAKIP: no Django, no input or output, no clock.

Every public function takes decimals or typed values and returns a result that carries the value
(or None, *belum dapat dinilai*), the shown value, the steps, the legal basis and the rule version.
"""
