'use strict';
/* A plain view of the API's description. */
(async () => {
  const element = (name, className, ...children) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children.filter(Boolean));
    return node;
  };
  const description = await (await fetch('/swagger/ringsight.json')).json();
  document.getElementById('snapshot').textContent = description.info.description || '';
  const sections = [];
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const parameters = (operation.parameters || []).map(parameter => element('li', '',
        element('span', '', element('code', '', parameter.name), ` ${parameter.description || ''}`),
        element('span', 'bits', `${parameter.in}${parameter.required ? ', required' : ''}`)));
      const bodies = Object.keys((operation.requestBody || {}).content || {});
      sections.push(element('section', '',
        element('h3', '', element('code', '', `${method.toUpperCase()} ${path}`)),
        element('p', '', operation.description || operation.summary || ''),
        bodies.length ? element('p', 'quiet', `Body: ${bodies.join(' or ')}`) : null,
        parameters.length ? element('ul', 'reasons', ...parameters) : null));
    }
  }
  document.getElementById('operations').replaceChildren(...sections);
})();
